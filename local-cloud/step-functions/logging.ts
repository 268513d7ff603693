import { AwsError } from '../errors/aws-error.js';
import type { HistoryEvent } from '../states-language/execution/history-event.js';
import { isJsonArray, isJsonObject, toJson, type Json, type JsonObject } from '../states-language/json.js';
import { withoutData } from './event-data.js';
import type { ExecutionRecord } from './records.js';
import { optionalFlag, optionalOneOf, optionalText } from './request-members.js';

const LEVELS = ['ALL', 'ERROR', 'FATAL', 'OFF'] as const;

/** The part of an execution's events that is written, and where to. */
export interface Logging {
  readonly level: 'ALL' | 'ERROR' | 'FATAL';
  readonly includeExecutionData: boolean;
  /** The name of the log group. */
  readonly logGroup: string;
}

function invalid(rule: string): AwsError {
  return new AwsError('InvalidLoggingConfiguration', `Invalid Logging Configuration: ${rule}`);
}

function destinationsOf({ destinations }: JsonObject): readonly (string | undefined)[] {
  if (!isJsonArray(destinations)) return [];
  return destinations.map((destination) => {
    const group = isJsonObject(destination) ? destination['cloudWatchLogsLogGroup'] : undefined;
    return isJsonObject(group) ? optionalText(group, 'logGroupArn', 1, 256) : undefined;
  });
}

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*` */
const LOG_GROUP = /^arn:[^:]+:logs:[^:]+:[^:]+:log-group:([^:*]+)(:\*)?$/;

/**
 * Reads a logging configuration; undefined where nothing is logged. Throws InvalidLoggingConfiguration in AWS's words.
 * That the log group exists, and that the role may write there, is not checked.
 */
export function loggingIn(given: unknown): Logging | undefined {
  const value = toJson(given ?? {});
  if (!isJsonObject(value))
    throw new AwsError('SerializationException', "The member 'loggingConfiguration' has the wrong type");
  const level = optionalOneOf(value, 'level', LEVELS) ?? 'OFF';
  const includeExecutionData = optionalFlag(value, 'includeExecutionData') ?? false;
  const destinations = destinationsOf(value);
  if (level === 'OFF' && destinations.length === 0) return undefined;
  const [arn] = destinations;
  if (destinations.length !== 1 || arn === undefined)
    throw invalid('Must specify exactly one Log Destination.');
  const [, logGroup, star] = LOG_GROUP.exec(arn) ?? [];
  if (logGroup === undefined) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
  if (star === undefined) throw invalid("Log Group ARN must be provided with '*' qualifier.");
  return level === 'OFF' ? undefined : { level, includeExecutionData, logGroup };
}

/** `loggingConfiguration` as it is described; what was not given is the default. */
export function shownLogging(given: unknown): Json {
  const value = toJson(given ?? {});
  return { level: 'OFF', includeExecutionData: false, ...(isJsonObject(value) ? value : {}) };
}

const FATAL = new Set(['ExecutionAborted', 'ExecutionFailed', 'ExecutionTimedOut']);
/**
 * Events of a failure; a retried or caught error too.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html
 */
const ERROR = /^(?:EvaluationFailed|FailStateEntered)$|(?:Failed|TimedOut|Aborted)$/;

function isLogged({ level }: Logging, type: string): boolean {
  return level === 'ALL' || FATAL.has(type) || (level === 'ERROR' && ERROR.test(type));
}

/** Hands on what of an execution's new events is to be logged, each with the name of the log group. */
export function logEvents(
  record: ExecutionRecord,
  entries: readonly { readonly event?: HistoryEvent }[],
  write: ((logGroup: string, text: string) => void) | undefined,
): void {
  const { logging } = record;
  if (logging === undefined) return;
  for (const { event } of entries) {
    const text = event === undefined ? undefined : logEntry(event, record, logging);
    if (text !== undefined) write?.(logging.logGroup, text);
  }
}

/** An event as Step Functions writes it to CloudWatch Logs; undefined for one that the level leaves out. */
function logEntry(
  { id, previousEventId, type, timestamp, details = {} }: HistoryEvent,
  { arn, redrives }: ExecutionRecord,
  logging: Logging,
): string | undefined {
  if (!isLogged(logging, type)) return undefined;
  return JSON.stringify({
    id: String(id),
    type,
    details: logging.includeExecutionData ? details : withoutData(details),
    previous_event_id: String(previousEventId),
    event_timestamp: String(timestamp),
    execution_arn: arn,
    redrive_count: String(redrives?.count ?? 0),
  });
}
