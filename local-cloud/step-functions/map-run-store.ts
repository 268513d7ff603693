import { AwsError } from '../errors/aws-error.js';
import type { Entry } from '../states-language/execution/change.js';
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

  /** What is to be written with the entries of an execution. */
  async writesFor(record: ExecutionRecord, entries: readonly Entry[]): Promise<readonly Write[]> {
    const runs = new Map<string, MapRunRecord>();
    const writes: Write[] = [];
    for (const { event, changes } of entries) {
      if (event?.type.startsWith('MapRun') !== true) continue;
      for (const change of changes) {
        if (change.to === 'map-run') {
          const { run, began } = change;
          const started = begun(record, run, began, event.timestamp);
          runs.set(run.arn, started);
          writes.push({ key: mapRunOfKey(record.arn, event.timestamp, run.arn), value: run.arn });
        } else if (change.to === 'map-run-ended') {
          const known = runs.get(change.arn) ?? (await this.get(change.arn));
          runs.set(change.arn, { ...known, status: change.status, stoppedAt: event.timestamp });
        } else if (change.to === 'map-run-redriven') {
          const { stoppedAt: _stoppedAt, ...known } = runs.get(change.arn) ?? (await this.get(change.arn));
          const redrives = { count: change.count, at: event.timestamp };
          runs.set(change.arn, { ...known, status: 'RUNNING', redrives });
        }
      }
    }
    for (const [arn, run] of runs) writes.push({ key: mapRunKey(arn), value: JSON.stringify(run) });
    return writes;
  }
}

type Begun = Extract<Entry['changes'][number], { readonly to: 'map-run' }>['run'];

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

/** What this class wrote itself. */
function readRecord(text: string): MapRunRecord {
  const record: MapRunRecord = JSON.parse(text);
  return record;
}
