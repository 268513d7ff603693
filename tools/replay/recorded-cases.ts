import { type AskItem, AskStore } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Table } from '../../adapters/dynamodb.js';
import { HistoryStore, type Span } from '../../adapters/history-store.js';
import { RequestStore } from '../../adapters/request-store.js';
import type { RecordedAsk, RecordedCase } from '../../domain/replay/recorded-case.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import type { Town } from '../../domain/town/schema.js';
import { inGroups } from '../../adapters/in-groups.js';

/** Later than anything recorded, and still written with four digits of a year, as keys sort by. */
const END_OF_TIME = Date.parse('9999-01-01T00:00:00Z');
/** Reads side by side, enough to hide their latency. */
const AT_ONCE = 20;

export interface RecordedCases {
  readonly cases: readonly RecordedCase[];
  /** How far the record goes: the last moment that any request of the period or after it knows of. */
  readonly asOf: number;
}

/** An ask let go before anybody was asked says nothing of anybody; a joined report's lies beside the first one. */
const wasPut = (request: string, { subject, waitsFor, code }: AskItem): boolean =>
  subject === request && waitsFor === undefined && code !== '';

const asRecorded = ({ n, kind, askedAt, until, stage, step, contact, answer }: AskItem): RecordedAsk => ({
  n,
  kind,
  askedAt,
  until,
  to: staffOfContact(contact) ?? 'resident',
  ...(stage === undefined ? {} : { stage }),
  ...(step === undefined ? {} : { step }),
  ...(answer === undefined ? {} : { answer }),
});

/** Every request of the town that came in within the span, with all that was asked about it. */
export async function recordedCases(table: Table, town: Town, span: Span): Promise<RecordedCases> {
  const requests = new RequestStore(table);
  const asks = new AskStore(table);
  const { id } = town.settings;
  const grids = [0, ...town.grids.map(({ number }) => number)];
  const since = { from: span.from, to: END_OF_TIME };
  const facts = await new HistoryStore(table).requests(id, grids, since);
  const wanted = facts.filter(({ createdAt }) => createdAt < span.to);
  const cases = await inGroups(wanted, AT_ONCE, async ({ id: request }): Promise<RecordedCase> => {
    const record = await requests.load(id, request);
    const put = (await asks.ofRequest(id, request)).filter((ask) => wasPut(request, ask));
    return { record, asks: put.map(asRecorded).toSorted((a, b) => a.n - b.n) };
  });
  const moments = [
    span.from,
    ...facts.flatMap(momentsOf),
    ...cases.flatMap(({ record }) => record.timeline.map(({ at }) => at)),
  ];
  return { cases, asOf: moments.reduce((latest, at) => Math.max(latest, at), 0) };
}

const momentsOf = ({ createdAt, acceptedAt = 0, handledAt = 0, closedAt = 0 }: RequestFacts): number[] => [
  createdAt,
  acceptedAt,
  handledAt,
  closedAt,
];
