import type { RequestUse } from './request-use.js';

/** By what a limit is raised. */
export type RaisedBy = 'quota' | 'setting' | 'nothing';

/** Something of which there is only so much. */
export interface Limit {
  readonly id: LimitId;
  /** What shares it: a town alone, or all towns of a deployment, which has an account and region to itself. */
  readonly of: 'town' | 'deployment';
  /** So much a second; or so much at the same time. */
  readonly most: number;
  readonly unit: 'a second' | 'at once';
  /** Filled over days, by what is not closed, rather than by a busy hour. */
  readonly overDays?: true;
  /** How much of it one request takes. */
  readonly takes: (use: RequestUse) => number;
  readonly raisedBy: RaisedBy;
  /** Where AWS, or we, say so. */
  readonly source: string;
}

export type LimitId =
  | 'sms-rate'
  | 'inbound-texts'
  | 'api-throttle'
  | 'api-account'
  | 'open-executions'
  | 'transitions'
  | 'callbacks'
  | 'starts'
  | 'lambda'
  | 'table-writes'
  | 'table-reads'
  | 'board-writes'
  | 'town-reads';

/** When the table was looked up. Quotas are those of a new account in a region that is none of the three large ones. */
export const LIMITS_DATED = '2026-11';

const STEP_FUNCTIONS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';
const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';
const PARTITION =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html';

/** Texts of a minute's answers are read one by one, so many at once, each in a third of a second. */
export const INBOUND_AT_ONCE = 5;
const TEXT_SECONDS = 1 / 3;
/** Of all callers together; each route of the API has a limit of its own, and this is the first that a storm of reports reaches. */
export const REPORTS_A_SECOND = 60;
const DAY_SECONDS = 86_400;

export const LIMITS: readonly Limit[] = [
  {
    id: 'sms-rate',
    of: 'deployment',
    most: 20,
    unit: 'a second',
    takes: ({ textsOut }) => textsOut,
    raisedBy: 'quota',
    source: 'https://docs.aws.amazon.com/general/latest/gr/sns.html',
  },
  {
    id: 'inbound-texts',
    of: 'deployment',
    most: INBOUND_AT_ONCE / TEXT_SECONDS,
    unit: 'a second',
    takes: ({ textsIn }) => textsIn,
    raisedBy: 'setting',
    source: 'infra/inbound-sms.ts',
  },
  {
    id: 'api-throttle',
    of: 'deployment',
    most: REPORTS_A_SECOND,
    unit: 'a second',
    takes: () => 1,
    raisedBy: 'setting',
    source: 'infra/door-limits.ts',
  },
  {
    id: 'api-account',
    of: 'deployment',
    most: 10_000,
    unit: 'a second',
    takes: ({ calls }) => calls,
    raisedBy: 'quota',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  },
  {
    id: 'open-executions',
    of: 'deployment',
    most: 1_000_000,
    unit: 'at once',
    overDays: true,
    takes: ({ openDays }) => openDays * DAY_SECONDS,
    raisedBy: 'quota',
    source: STEP_FUNCTIONS,
  },
  {
    id: 'transitions',
    of: 'deployment',
    most: 800,
    unit: 'a second',
    takes: ({ transitions }) => transitions,
    raisedBy: 'quota',
    source: STEP_FUNCTIONS,
  },
  {
    id: 'callbacks',
    of: 'deployment',
    most: 300,
    unit: 'a second',
    takes: ({ callbacks }) => callbacks,
    raisedBy: 'quota',
    source: STEP_FUNCTIONS,
  },
  {
    id: 'starts',
    of: 'deployment',
    most: 150,
    unit: 'a second',
    takes: ({ starts }) => starts,
    raisedBy: 'quota',
    source: STEP_FUNCTIONS,
  },
  {
    id: 'lambda',
    of: 'deployment',
    most: 1000,
    unit: 'at once',
    takes: ({ invocations, seconds }) => invocations * seconds,
    raisedBy: 'quota',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  },
  {
    id: 'table-writes',
    of: 'deployment',
    most: 40_000,
    unit: 'a second',
    takes: ({ tableWriteUnits }) => tableWriteUnits,
    raisedBy: 'quota',
    source: DYNAMODB,
  },
  {
    id: 'table-reads',
    of: 'deployment',
    most: 40_000,
    unit: 'a second',
    takes: ({ readUnits }) => readUnits,
    raisedBy: 'quota',
    source: DYNAMODB,
  },
  {
    id: 'board-writes',
    of: 'town',
    most: 1000,
    unit: 'a second',
    // The month's list of texts is the busiest partition of the indexes. A reply is not in it: it is found beside the text it answers.
    takes: ({ textsOut }) => textsOut,
    raisedBy: 'nothing',
    source: PARTITION,
  },
  {
    id: 'town-reads',
    of: 'town',
    most: 3000,
    unit: 'a second',
    // Which version of the town's data stands is read by every function.
    takes: ({ invocations }) => invocations,
    raisedBy: 'nothing',
    source: PARTITION,
  },
];
