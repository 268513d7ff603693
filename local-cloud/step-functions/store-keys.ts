import type { ExecutionRecord } from './records.js';

/** How records are laid out in the store. `/` ends a part, since no name of a machine or an execution holds one. */
const EVENT_DIGITS = 8;
const TIME_DIGITS = 15;

/** All keys that begin with `prefix`; `0` is the character after `/`. */
export function under(prefix: `${string}/`): { from: string; to: string } {
  return { from: prefix, to: `${prefix.slice(0, -1)}0` };
}

export const MACHINES = 'sfn/machine/';
export const OPEN_EXECUTIONS = 'sfn/open/';
/** Which executions the host is taking up. */
export const TAKING_UP = 'sfn/taking-up';

export const machineKey = (arn: string) => `${MACHINES}${arn}`;
export const revisionKey = (machineArn: string, revision: string) => `sfn/revision/${machineArn}/${revision}`;
export const versionsOf = (machineArn: string) => `sfn/version/${machineArn}/` as const;
export const versionKey = (machineArn: string, number: number) =>
  `${versionsOf(machineArn)}${String(number).padStart(EVENT_DIGITS, '0')}`;
export const aliasesOf = (machineArn: string) => `sfn/alias/${machineArn}/` as const;
export const aliasKey = (machineArn: string, name: string) => `${aliasesOf(machineArn)}${name}`;
export const executionKey = (arn: string) => `sfn/execution/${arn}`;
export const openKey = (arn: string) => `${OPEN_EXECUTIONS}${arn}`;
export const entriesOf = (arn: string) => `sfn/entry/${arn}/` as const;
export const entryKey = (arn: string, sequence: number) =>
  `${entriesOf(arn)}${String(sequence).padStart(EVENT_DIGITS, '0')}`;
/** Where an entry stands in its execution. */
export const sequenceOf = (key: string): number => Number(key.slice(-EVENT_DIGITS));

/** The entries of an execution that come after the place `after`; before it, when they are read backwards. */
export function entriesAfter(
  arn: string,
  after: number | undefined,
  reverse: boolean,
): { from: string; to: string } {
  const all = under(entriesOf(arn));
  if (after === undefined) return all;
  return reverse ? { ...all, to: entryKey(arn, after) } : { ...all, from: entryKey(arn, after + 1) };
}

export const mapRunKey = (arn: string) => `sfn/map-run/${arn}`;
/** In the order of their starts. */
export const mapRunsOf = (executionArn: string) => `sfn/map-runs-of/${executionArn}/` as const;
export const mapRunOfKey = (executionArn: string, startedAt: number, arn: string) =>
  `${mapRunsOf(executionArn)}${String(startedAt).padStart(TIME_DIGITS, '0')}/${arn}`;
export const childrenOf = (mapRunArn: string) => `sfn/by-map-run/${mapRunArn}/` as const;
export const executionsOf = (machineArn: string) => `sfn/by-machine/${machineArn}/` as const;
/**
 * In the order of their starts. `sequence` counts those of one life of the host; the name keeps two lives apart that
 * both start something in the same millisecond.
 */
export const startKey = (
  {
    machineArn,
    startedAt,
    name,
    mapRun,
  }: Pick<ExecutionRecord, 'machineArn' | 'startedAt' | 'name' | 'mapRun'>,
  sequence: number,
) =>
  `${mapRun === undefined ? executionsOf(machineArn) : childrenOf(mapRun.arn)}${String(startedAt).padStart(TIME_DIGITS, '0')}/${String(sequence).padStart(EVENT_DIGITS, '0')}/${name}`;
