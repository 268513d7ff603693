import { replayCase } from '../../../domain/replay/replay-case.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { MonthRecord } from '../month-record.js';
import type { Rule } from './rule.js';

const HOUR = 3_600_000;

const isClosed = ({ closedAs }: RequestRecord): boolean => closedAs !== undefined;
const each = (
  { requests, end }: MonthRecord,
  isBroken: (request: RequestRecord, end: number) => boolean,
): string[] => requests.filter((request) => isBroken(request, end)).map(({ id }) => id);

const count = (record: RequestRecord, type: RequestRecord['timeline'][number]['type']): number =>
  record.timeline.filter((entry) => entry.type === type).length;

/** What is checked of every request of a month. */
export const REQUEST_RULES: readonly Rule[] = [
  { rule: 'whatever somebody brings is taken', broken: ({ people }) => people.refused },
  {
    rule: 'what was accepted is one request: none is lost',
    broken: ({ people, requests }) =>
      requests.length < people.filed
        ? [`${people.filed} were brought in, ${requests.length} are stored`]
        : [],
  },
  {
    rule: 'every request has one execution, which runs until it is closed',
    broken: ({ requests, executions }) => {
      const found = new Map(
        executions.filter(({ machine }) => machine === 'Request').map((one) => [one.name, one.status]),
      );
      return requests.flatMap((request) => {
        const expected = isClosed(request) ? 'SUCCEEDED' : 'RUNNING';
        const status = found.get(request.id) ?? 'missing';
        return status === expected ? [] : [`${request.id} is ${request.status}, its execution ${status}`];
      });
    },
  },
  { rule: 'no request gets stuck', broken: (month) => each(month, (one) => count(one, 'attention') > 0) },
  {
    rule: 'a request is closed at most once',
    broken: (month) => each(month, (one) => count(one, 'closed') > 1),
  },
  {
    rule: 'somebody is always asked about an open request, and silence never lasts',
    broken: (month) =>
      each(
        month,
        (one, end) =>
          !isClosed(one) && (one.asks.length === 0 || one.asks.every(({ until }) => until < end - HOUR)),
      ),
  },
  {
    rule: 'no request is passed on more often than the town allows',
    broken: (month) => each(month, ({ transfers }) => transfers > month.town.settings.limits.transfers),
  },
  {
    rule: 'whoever was first asked owns the request to its end',
    broken: (month) =>
      each(
        month,
        (one) => one.grid !== undefined && one.owner === undefined && one.withdrawnAt === undefined,
      ),
  },
  {
    rule: 'nobody is asked for documents a second time without a leader’s word',
    broken: (month) => each(month, (one) => count(one, 'documents-asked') > 1 + count(one, 'sign-off-given')),
  },
  {
    rule: 'run again under the same rules, every request goes as it went',
    broken: ({ cases, town, end }) =>
      cases.flatMap((recorded) => {
        const again = replayCase(recorded, town, { asOf: end - 1, typical: new Map() });
        const { id, timeline } = recorded.record;
        return typesOf(again.timeline) === typesOf(timeline) || recorded.record.joinedTo !== undefined
          ? []
          : [`${id}: ${typesOf(timeline)}; again: ${typesOf(again.timeline)}`];
      }),
  },
];

/** What people only say, which no rule follows: it is not run again. */
const SAID: ReadonlySet<string> = new Set(['remark', 'on-the-way', 'on-site', 'safe', 'restored']);

/** What happened up to the closure; what comes after it is no matter of deadlines. */
const typesOf = (timeline: RequestRecord['timeline']): string =>
  timeline
    .map(({ type }) => type)
    .filter((type) => !SAID.has(type))
    .join(' ')
    .replace(/(?<= closed) .*/, '');
