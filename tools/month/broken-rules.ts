import type { RequestRecord } from '../../domain/request/record.js';
import type { MonthRecord } from './month-record.js';

/** One rule of the town that a month must keep: in words, and what breaks it. */
export interface Rule {
  readonly rule: string;
  readonly broken: (month: MonthRecord) => readonly string[];
}

const HOUR = 3_600_000;
/** Two parts of 67 characters. */
const LONGEST_TEXT = 134;

const isClosed = ({ closedAs }: RequestRecord): boolean => closedAs !== undefined;
const each = (
  { requests }: MonthRecord,
  isBroken: (request: RequestRecord, month: { readonly end: number }) => boolean,
  end = 0,
): string[] => requests.filter((request) => isBroken(request, { end })).map(({ id }) => id);

const count = (record: RequestRecord, type: RequestRecord['timeline'][number]['type']): number =>
  record.timeline.filter((entry) => entry.type === type).length;

/** What is checked of every month. */
export const RULES: readonly Rule[] = [
  {
    rule: 'whatever somebody brings is taken',
    broken: ({ people }) => people.refused,
  },
  {
    rule: 'what was accepted is one request: none is lost and none doubled',
    broken: ({ people, requests }) =>
      requests.length < people.filed.length
        ? [`${people.filed.length} were brought in, ${requests.length} are stored`]
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
  {
    rule: 'no execution fails',
    broken: ({ executions }) =>
      executions
        .filter(({ status }) => status !== 'SUCCEEDED' && status !== 'RUNNING')
        .map(({ machine, name, status }) => `${machine} ${name} ${status}`),
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
        (one, { end }) =>
          !isClosed(one) && (one.asks.length === 0 || one.asks.every(({ until }) => until < end - HOUR)),
        month.end,
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
    rule: 'every text is signed and fits two parts',
    broken: ({ cloud, town }) => {
      const { signature } = town.settings.sms;
      return cloud.sms
        .sent()
        .filter(
          ({ body }) =>
            body.length > LONGEST_TEXT ||
            (!body.startsWith(signature['zh-CN']) && !body.startsWith(signature.en)),
        )
        .map(({ body }) => body);
    },
  },
  {
    rule: 'nothing that somebody typed stands in an execution or a log line',
    broken: ({ people, written }) =>
      people.filed.flatMap(({ typed }) => typed).filter((words) => written.includes(words)),
  },
  {
    rule: 'no function fails',
    broken: ({ cloud }) =>
      cloud
        .logs()
        .map((line) => JSON.stringify(line))
        .filter((line) => line.includes(String.raw`\"level\":\"error\"`)),
  },
];

/** Every rule that was broken, with what broke it; empty when the month was as it must be. */
export const brokenRules = (month: MonthRecord): { rule: string; by: readonly string[] }[] =>
  RULES.map(({ rule, broken }) => ({ rule, by: broken(month) })).filter(({ by }) => by.length > 0);
