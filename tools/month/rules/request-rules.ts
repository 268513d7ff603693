import { deadline } from '../../../domain/deadlines/deadline.js';
import type { RecordedCase } from '../../../domain/replay/recorded-case.js';
import { replayCase } from '../../../domain/replay/replay-case.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { runningDeadline } from '../../../domain/request/running-deadline.js';
import { MILESTONES } from '../../../domain/town/field-schemas.js';
import type { Town } from '../../../domain/town/schema.js';
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

/** Whether work was late and its resident heard nothing of it by the end of the next working day. */
function isLateUntold(record: RequestRecord, { settings }: Town, end: number): boolean {
  const facts = factsOf(record);
  const { handledAt = end, handleBy = runningDeadline(facts), owner } = facts;
  // In an emergency people are on the telephone, and of what is nobody's yet nothing was promised.
  if (handleBy === undefined || owner === undefined || record.path === 'emergency') return false;
  return record.toldLate === undefined && handledAt > deadline(handleBy, { workingDays: 1 }, settings);
}

/** The rules for every request of a month. */
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
    rule: 'no deadline passes without a word to the resident',
    broken: (month) => each(month, (one, end) => isLateUntold(one, month.town, end)),
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
        const { id, timeline, joinedTo, questions } = recorded.record;
        // The sender's answers when asked back may have made it another matter than it came in as.
        const isAnother = joinedTo !== undefined || questions !== undefined || isReachedBeside(recorded);
        return typesOf(again.timeline) === typesOf(timeline) || isAnother
          ? []
          : [`${id}: ${typesOf(timeline)}; again: ${typesOf(again.timeline)}`];
      }),
  },
];

const MILESTONE_ENTRIES: ReadonlySet<string> = new Set(MILESTONES);

/**
 * Whether somebody of an emergency said, without being asked, how far they are, which settles what others are asked: no
 * ask of the record brings that back.
 */
const isReachedBeside = ({ record, asks }: RecordedCase): boolean =>
  record.timeline.some(
    ({ type, at, ...entry }) =>
      MILESTONE_ENTRIES.has(type) &&
      !asks.some(({ answer }) => answer?.at === at && 'by' in entry && answer.by === entry.by),
  );

/** Events that are only said, or that look back, which no rule of deadlines follows: they are not run again. */
const SAID: ReadonlySet<string> = new Set([
  'remark',
  'asked-back',
  'said',
  'no-danger',
  'on-the-way',
  'on-site',
  'safe',
  'restored',
  'review-due',
  'cause-due',
]);

/** The events up to the closure; later ones do not concern deadlines. */
const typesOf = (timeline: RequestRecord['timeline']): string =>
  timeline
    .map(({ type }) => type)
    .filter((type, i, all) => !SAID.has(type) && (type !== 'appointment' || all.indexOf(type) === i))
    .join(' ')
    .replace(/(?<= closed) .*/, '');
