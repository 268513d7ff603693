import type { WantedCall } from '../states-language/execution/effects.js';
import type { ExecutionState, MapRun, MapWriter } from '../states-language/execution/execution-state.js';
import {
  isJsonArray,
  isJsonObject,
  parseJson,
  present,
  writeJson,
  type Json,
  type JsonObject,
} from '../states-language/json.js';
import type { Service } from './operations/operation.js';
import { redriveMembers } from './operations/redrive-members.js';
import type { ExecutionRecord } from './records.js';

const time = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/**
 * An execution as the results tell of it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
async function told(record: ExecutionRecord, service: Service): Promise<JsonObject> {
  const { output } = record;
  const { redriveCount, redriveDate, redriveStatus, redriveStatusReason } = await redriveMembers(
    record,
    service,
  );
  return present({
    ExecutionArn: record.arn,
    Input: record.input,
    InputDetails: { Included: true },
    Name: record.name,
    Output: output,
    OutputDetails: output === undefined ? undefined : { Included: true },
    Error: record.error,
    Cause: record.cause,
    RedriveCount: redriveCount,
    RedriveDate: typeof redriveDate === 'number' ? time(redriveDate * 1000) : undefined,
    RedriveStatus: redriveStatus,
    RedriveStatusReason: redriveStatusReason,
    StartDate: time(record.startedAt),
    StateMachineArn: record.machineArn,
    Status: record.status,
    StopDate: time(record.stoppedAt),
  });
}

/** The results of executions that succeeded as their state wants them; of others all that is known is told. */
async function shaped(
  records: readonly ExecutionRecord[],
  { transformation }: MapWriter,
  service: Service,
): Promise<readonly Json[]> {
  const results: Json[] = [];
  for (const record of records) {
    if (transformation === 'NONE' || record.status !== 'SUCCEEDED') results.push(await told(record, service));
    else {
      const output = parseJson(record.output ?? 'null');
      if (transformation === 'FLATTEN' && isJsonArray(output)) for (const item of output) results.push(item);
      else results.push(output);
    }
  }
  return results;
}

async function executionsOf(run: MapRun, { executions: { stored } }: Service): Promise<ExecutionRecord[]> {
  const arns = await stored.mapRuns.childrenOf(run.arn);
  return Promise.all(arns.map((arn) => stored.get(arn)));
}

interface Destination {
  readonly bucket: string;
  /** Of all keys of this run. */
  readonly prefix: string;
  readonly put: (key: string, text: string) => Promise<void>;
}

function destinationOf(
  { destination }: MapWriter,
  { arn }: MapRun,
  { facts }: ExecutionState,
  { options }: Service,
): Destination {
  const { Bucket, Prefix } = isJsonObject(destination) ? destination : {};
  const bucket = typeof Bucket === 'string' ? Bucket : '';
  const folder = typeof Prefix === 'string' && Prefix !== '' ? `${Prefix.replace(/\/$/, '')}/` : '';
  return {
    bucket,
    prefix: `${folder}${arn.slice(arn.lastIndexOf(':') + 1)}/`,
    put: async (Key, Body) => {
      const args = { Bucket, Key, Body, ContentType: 'application/json' };
      const { roleArn, arn: executionArn } = facts;
      await options.integrate({ service: 's3', action: 'putObject', arguments: args, roleArn, executionArn });
    },
  };
}

/** Writes the results of one kind; answers with what the manifest says of them. */
async function write(
  { prefix, put }: Destination,
  kind: 'SUCCEEDED' | 'FAILED',
  results: readonly Json[],
  { outputType }: MapWriter,
): Promise<readonly Json[]> {
  if (results.length === 0) return [];
  const text = outputType === 'JSONL' ? results.map(writeJson).join('\n') : writeJson(results);
  const key = `${prefix}${kind}_0.json`;
  await put(key, text);
  return [{ Key: key, Size: Buffer.byteLength(text) }];
}

/** Brings the results of a run where its state wants them, with all that is known of its executions or in another place. */
export async function mapResults(
  { task: { writing: run } }: WantedCall,
  state: ExecutionState,
  service: Service,
): Promise<Json> {
  const { writer } = run ?? {};
  if (run === undefined || writer === undefined)
    throw new RangeError('No results of a Map are to be written');
  const records = await executionsOf(run, service);
  if (writer.destination === undefined) return shaped(records, writer, service);
  const [succeeded, failed] = [true, false].map((well) =>
    records.filter(({ status }) => (status === 'SUCCEEDED') === well),
  );
  const to = destinationOf(writer, run, state, service);
  const ResultFiles = {
    FAILED: await write(to, 'FAILED', await shaped(failed ?? [], writer, service), writer),
    PENDING: [],
    SUCCEEDED: await write(to, 'SUCCEEDED', await shaped(succeeded ?? [], writer, service), writer),
  };
  const key = `${to.prefix}manifest.json`;
  await to.put(key, writeJson({ DestinationBucket: to.bucket, MapRunArn: run.arn, ResultFiles }));
  return { MapRunArn: run.arn, ResultWriterDetails: { Bucket: to.bucket, Key: key } };
}
