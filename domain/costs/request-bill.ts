import type { TextParts } from './text-parts.js';
import { type ExecutionUsage } from './execution-usage.js';
import { type Billed, PRICES } from './prices.js';

/** The facts about a request from which its bill follows. */
export interface RequestUsage {
  /** Of all its executions together. */
  readonly executions: ExecutionUsage;
  readonly texts: TextParts;
  /** How often its record was written, the size of it, and how many asks were put for it. */
  readonly writes: number;
  readonly recordBytes: number;
  readonly asks: number;
}

export interface BillLine {
  readonly what: Billed;
  readonly unit: 'transitions' | 'invocations' | 'GB-seconds' | 'write units' | 'read units' | 'parts';
  readonly count: number;
  /** US dollars a unit; undefined where the town does not say what it pays. */
  readonly price: number | undefined;
  readonly amount: number | undefined;
  /** By a formula rather than counted. */
  readonly estimated: boolean;
}

/** A write unit is 1 KB, a consistent read unit 4 KB: https://aws.amazon.com/dynamodb/pricing/on-demand/ */
const WRITE_BYTES = 1024;
const READ_BYTES = 4096;
/** A step's entries in the indexes that change with most writes: the board, its resident's requests, its grid's. */
const INDEX_WRITES = 3;
/** An ask is put and answered, each time in the table and in the index of whoever is asked. */
const WRITES_OF_ASK = 4;
/** A text is stored, listed by month unless it is a reply, and counted against the cap of its number. */
const WRITES_OF_TEXT = 3;
/** One that comes in is taken in hand, stored, and listed by month and with its request. */
const WRITES_OF_RECEIVED = 4;
/**
 * The reads of a step besides the record: the town's version, the person, who wants no texts. A cold one reads the town
 * anew.
 */
const READS_OF_STEP = 4;
/** Functions have 512 MB (`infra/town-function.ts`); a warm step takes about 0.2 s, mostly waiting for the table. */
const GB_SECONDS_OF_STEP = 0.5 * 0.2;

/**
 * The bill of a request so far. Transitions and texts are counted; functions called by people, and the table,
 * estimated.
 */
export function requestBill(
  { executions, texts, writes, recordBytes, asks }: RequestUsage,
  usdPerPart: { readonly out: number; readonly in: number } | undefined,
): BillLine[] {
  // Its intake, and each text that was received, is a function that no workflow calls.
  const invocations = executions.invocations + 1 + texts.received;
  const line = (
    what: Billed,
    unit: BillLine['unit'],
    count: number,
    price: number | undefined,
    estimated = false,
  ): BillLine => ({
    what,
    unit,
    count,
    price,
    amount: price === undefined ? undefined : count * price,
    estimated,
  });
  const recordWrites = writes * (Math.ceil(recordBytes / WRITE_BYTES) + INDEX_WRITES);
  const otherWrites =
    1 + asks * WRITES_OF_ASK + texts.sent * WRITES_OF_TEXT + texts.received * WRITES_OF_RECEIVED;
  const reads = invocations * (Math.ceil(recordBytes / READ_BYTES) + READS_OF_STEP);
  return [
    line('transitions', 'transitions', executions.transitions, PRICES.transitions),
    line('invocations', 'invocations', invocations, PRICES.invocations, true),
    line('compute', 'GB-seconds', invocations * GB_SECONDS_OF_STEP, PRICES.compute, true),
    line('writes', 'write units', recordWrites + otherWrites, PRICES.writes, true),
    line('reads', 'read units', reads, PRICES.reads, true),
    line('texts-out', 'parts', texts.partsSent, usdPerPart?.out),
    line('texts-in', 'parts', texts.partsReceived, usdPerPart?.in),
  ];
}

export const totalOf = (lines: readonly BillLine[]): number =>
  lines.reduce((sum, { amount = 0 }) => sum + amount, 0);
