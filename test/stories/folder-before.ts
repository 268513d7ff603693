import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openLevelStore } from '@small-grid/local-cloud/data-folder';

/** A request that somebody is asked about; one that came by text has no key to track it by. */
export interface Waiting {
  readonly id: string;
  readonly phone: string;
  readonly trackingKey?: string;
}

type Entries = readonly (readonly [key: string, value: string])[];

/**
 * What a host of the last release before the workflow was redrawn (decision 44) left in its data folder. It had played
 * a request of sample people to each state that waits, and this is what lay in both parts of the folder about them:
 * items, texts, and the executions that ran, with their histories and definitions. The town's own items are left out.
 */
interface Left {
  /** The requests, by what they wait for. */
  readonly cases: Readonly<Record<string, Waiting>>;
  readonly state: Entries;
  readonly tables: Entries;
}

const left = (): Left =>
  JSON.parse(
    gunzipSync(readFileSync(join(import.meta.dirname, 'before', 'waiting.json.gz'))).toString(),
  ) as Left;

async function fill(folder: string, entries: Entries): Promise<void> {
  const store = await openLevelStore(folder);
  await store.batch(entries.map(([key, value]) => ({ key, value })));
  await store.close();
}

/** Fills a data folder as it was left. Answers the requests, the executions that ran, and where the clock stood. */
export async function folderBefore(
  folder: string,
): Promise<Pick<Left, 'cases'> & { readonly running: readonly string[]; readonly at: number }> {
  const { cases, state, tables } = left();
  await fill(join(folder, 'state'), state);
  await fill(join(folder, 'dynamodb'), tables);
  const running = state.flatMap(([key]) =>
    key.startsWith('sfn/open/') ? key.slice(key.lastIndexOf(':') + 1) : [],
  );
  return { cases, running, at: Number(new Map(state).get('host/clock')) };
}
