import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A request of sample people that the release played. */
export interface PlayedCase {
  readonly id: string;
  readonly trackingKey: string;
  readonly phone: string;
}

/** What was put to the disk together: of each key its value, or none where it was deleted. */
export interface Write {
  /** `state` (executions, queues, texts) or `dynamodb` (items). */
  readonly part: string;
  readonly entries: readonly (readonly [key: string, value?: string])[];
}

/**
 * Everything that a release put to the disk while it played a few requests from their first word to their end, write by write: cut off behind any of
 * them it is what that release left at that moment. First come the definitions that the requests run by. The town's own data is left out.
 */
export interface Journal {
  readonly release: string;
  /** Where the clock stood, epoch milliseconds. */
  readonly at: number;
  readonly cases: readonly PlayedCase[];
  readonly writes: readonly Write[];
}

const ENDING = '.journal.json.gz';

export const journalFile = (release: string): string => join(import.meta.dirname, `${release}${ENDING}`);

/** The journals of every release that is kept. */
export const journals = (): readonly Journal[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(ENDING))
    .map(
      (name) => JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, name))).toString()) as Journal,
    );
