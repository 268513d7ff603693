import { AwsError } from '../errors/aws-error.js';
import type { Change, Entry } from '../states-language/execution/change.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { ExecutionRecord, MapRunRecord } from './records.js';
import { childrenOf, mapRunKey, mapRunOfKey, mapRunsOf, under } from './store-keys.js';

type Write = Parameters<KeyValueStore['batch']>[0][number];

/** The runs of Distributed Maps as they are stored, beside the histories they follow from. */
export class MapRunStore {
  constructor(private readonly store: KeyValueStore) {}

  async find(arn: string): Promise<MapRunRecord | undefined> {
    const text = await this.store.get(mapRunKey(arn));
    return text === undefined ? undefined : readRecord(text);
  }

  /** Rejects with ResourceNotFound. */
  async get(arn: string): Promise<MapRunRecord> {
    const run = await this.find(arn);
    if (run === undefined) throw new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);
    return run;
  }

  async save(run: MapRunRecord): Promise<void> {
    await this.store.batch([{ key: mapRunKey(run.arn), value: JSON.stringify(run) }]);
  }

  /** Newest first. */
  async of(executionArn: string): Promise<readonly MapRunRecord[]> {
    const runs: MapRunRecord[] = [];
    const range = { ...under(mapRunsOf(executionArn)), reverse: true };
    for await (const [, arn] of this.store.range(range)) runs.push(await this.get(arn));
    return runs;
  }

  /** The ARNs of its executions, in the order of their starts. */
  async childrenOf(arn: string): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const [, child] of this.store.range(under(childrenOf(arn)))) found.push(child);
    return found;
  }

  /** The writes to be made with the entries of an execution. */
  async writesFor(record: ExecutionRecord, entries: readonly Entry[]): Promise<readonly Write[]> {
    const runs = new Map<string, MapRunRecord>();
    const writes: Write[] = [];
    for (const { event, changes } of entries.filter(tellsOfMapRun)) {
      for (const change of changes) {
        const arn = change.to === 'map-run' ? change.run.arn : 'arn' in change ? change.arn : undefined;
        if (arn === undefined) continue;
        const known = change.to === 'map-run' ? undefined : (runs.get(arn) ?? (await this.get(arn)));
        const at = event?.timestamp ?? 0;
        const next = changed(record, known, change, at);
        if (next !== undefined) runs.set(arn, next);
        if (change.to === 'map-run') writes.push({ key: mapRunOfKey(record.arn, at, arn), value: arn });
      }
    }
    for (const [arn, run] of runs) writes.push({ key: mapRunKey(arn), value: JSON.stringify(run) });
    return writes;
  }
}

/** Whether an entry may change what is stored of a run. Its items, read after it began, come without an event. */
export const tellsOfMapRun = ({ event, changes }: Entry): boolean =>
  event === undefined ? changes.some(({ to }) => to === 'map-run-items') : event.type.startsWith('MapRun');

/** The run after a change, at the time of its event. */
function changed(
  record: ExecutionRecord,
  known: MapRunRecord | undefined,
  change: Change,
  at: number,
): MapRunRecord | undefined {
  if (change.to === 'map-run') return begun(record, change.run, change.began, at);
  if (known === undefined) return undefined;
  if (change.to === 'map-run-items') {
    const { children, sizes } = change;
    return { ...known, children, ...(sizes === undefined ? {} : { sizes }) };
  }
  if (change.to === 'map-run-ended') return { ...known, status: change.status, stoppedAt: at };
  if (change.to !== 'map-run-redriven') return undefined;
  const { stoppedAt: _stoppedAt, ...going } = known;
  return { ...going, status: 'RUNNING', redrives: { count: change.count, at } };
}

type Begun = Extract<Change, { readonly to: 'map-run' }>['run'];

function begun(record: ExecutionRecord, run: Begun, children: number, startedAt: number): MapRunRecord {
  const { arn, label, maxConcurrency, toleratedFailureCount, toleratedFailurePercentage, sizes } = run;
  return {
    arn,
    executionArn: record.arn,
    machineArn: `${record.machineArn}/${label}`,
    status: 'RUNNING',
    startedAt,
    maxConcurrency,
    toleratedFailureCount,
    toleratedFailurePercentage,
    children,
    ...(sizes === undefined ? {} : { sizes }),
  };
}

/** Reads a record of this class. */
function readRecord(text: string): MapRunRecord {
  const record: MapRunRecord = JSON.parse(text);
  return record;
}
