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

const MACHINES = 'resident-request|coordination|follow-up|staff-task';
const kebab = (name: string): string => name.replaceAll(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

/** That release named things after their stack alone; since then all names bear the stage. */
const inTodaysNames = (text: string): string =>
  text
    .replaceAll(
      /role\/SmallGrid-(?:Workflows|StaffWork)(\w+?)Role[0-9A-F]{8}/g,
      (_, name: string) => `role/small-grid-local-${kebab(name)}`,
    )
    .replaceAll('SmallGrid-RequestRecordsTable4F9AA427', 'small-grid-local-records')
    .replaceAll(
      /SmallGrid-([A-Za-z]+?)[0-9A-F]{8}(?![0-9A-Za-z])/g,
      (_, name: string) => `small-grid-local-${kebab(name)}`,
    )
    .replaceAll(new RegExp(`:(stateMachine|execution):(?=(?:${MACHINES})\\b)`, 'g'), ':$1:small-grid-local-')
    .replaceAll(new RegExp(`"machineName":"(?=(?:${MACHINES})")`, 'g'), '"machineName":"small-grid-local-')
    // A task's token begins with its execution.
    .replaceAll(/YXJuOmF3czpzdGF0ZXM6[\w-]+/g, (token) =>
      Buffer.from(inTodaysNames(Buffer.from(token, 'base64url').toString())).toString('base64url'),
    );

const left = (): Left =>
  JSON.parse(
    inTodaysNames(
      gunzipSync(readFileSync(join(import.meta.dirname, 'before', 'waiting.json.gz'))).toString(),
    ),
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
