import type { RequestUse } from './request-use.js';

/** Something of which there is only so much. */
interface LimitFacts {
  /** Its scope: a town alone, or all towns of a deployment, which has an account and region to itself. */
  readonly of: 'town' | 'deployment';
  /** So much a second; or so much at the same time. */
  readonly most: number;
  readonly unit: 'a second' | 'at once';
  /** Filled over days, by what is not closed, rather than by a busy hour. */
  readonly overDays?: true;
  /** How much of it one request takes. */
  readonly takes: (use: RequestUse) => number;
  readonly raisedBy: 'quota' | 'setting' | 'nothing';
  /** Where AWS, or we, say so. */
  readonly source: string;
}

/** When the table was looked up. Quotas are those of a new account in a region that is none of the three large ones. */
export const LIMITS_DATED = '2026-11';

const STEP_FUNCTIONS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';
const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';
const PARTITION =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html';

/** Texts of a minute's answers are read one by one, so many at once, each in a third of a second. */
export const INBOUND_AT_ONCE = 5;
const TEXT_SECONDS = 1 / 3;
/** Of all callers together: of the routes' own limits the first that a storm of reports reaches. */
export const REPORTS_A_SECOND = 60;
const DAY_SECONDS = 86_400;

const QUOTA = { of: 'deployment', unit: 'a second', raisedBy: 'quota' } as const;
const OURS = { ...QUOTA, raisedBy: 'setting' } as const;
/** Of one partition of the table or of an index. */
const OF_PARTITION = { of: 'town', unit: 'a second', raisedBy: 'nothing', source: PARTITION } as const;

const BY_ID = {
  'sms-rate': {
    ...QUOTA,
    most: 20,
    takes: ({ textsOut }) => textsOut,
    source: 'https://docs.aws.amazon.com/general/latest/gr/sns.html',
  },
  'inbound-texts': {
    ...OURS,
    most: INBOUND_AT_ONCE / TEXT_SECONDS,
    takes: ({ textsIn }) => textsIn,
    source: 'infra/inbound-sms.ts',
  },
  'api-throttle': { ...OURS, most: REPORTS_A_SECOND, takes: () => 1, source: 'infra/door-limits.ts' },
  'api-account': {
    ...QUOTA,
    most: 10_000,
    takes: ({ calls }) => calls,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  },
  'open-executions': {
    ...QUOTA,
    most: 1_000_000,
    unit: 'at once',
    overDays: true,
    takes: ({ openDays }) => openDays * DAY_SECONDS,
    source: STEP_FUNCTIONS,
  },
  transitions: { ...QUOTA, most: 800, takes: ({ transitions }) => transitions, source: STEP_FUNCTIONS },
  callbacks: { ...QUOTA, most: 300, takes: ({ callbacks }) => callbacks, source: STEP_FUNCTIONS },
  starts: { ...QUOTA, most: 150, takes: ({ starts }) => starts, source: STEP_FUNCTIONS },
  lambda: {
    ...QUOTA,
    most: 1000,
    unit: 'at once',
    takes: ({ invocations, seconds }) => invocations * seconds,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  },
  'table-writes': {
    ...QUOTA,
    most: 40_000,
    takes: ({ tableWriteUnits }) => tableWriteUnits,
    source: DYNAMODB,
  },
  'table-reads': { ...QUOTA, most: 40_000, takes: ({ readUnits }) => readUnits, source: DYNAMODB },
  // The month's list of texts is the busiest partition of the indexes. A reply is not in it: it is found beside the
  // text it answers.
  'board-writes': { ...OF_PARTITION, most: 1000, takes: ({ textsOut }) => textsOut },
  // Which version of the town's data stands is read by every function.
  'town-reads': { ...OF_PARTITION, most: 3000, takes: ({ invocations }) => invocations },
} satisfies Readonly<Record<string, LimitFacts>>;

export interface Limit extends LimitFacts {
  readonly id: keyof typeof BY_ID;
}

export const LIMITS: readonly Limit[] = (Object.keys(BY_ID) as Limit['id'][]).map((id) => ({
  id,
  ...BY_ID[id],
}));
