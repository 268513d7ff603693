import { mayDo, type Role } from '../access/permissions.js';
import { answersAs } from '../access/who-may-answer.js';
import { meantFor } from '../asks/meant-for.js';
import type { Town } from '../town/schema.js';
import { requestTrouble } from '../executions/request-trouble.js';
import type { RequestFacts } from '../request/facts.js';
import { isOverdue, latenessOf, waitReason } from '../request/running-deadline.js';
import type { Status } from '../request/status.js';
import { isUrgent } from '../request/is-urgent.js';
import { askedOf, type WaitReason } from '../request/waits-for.js';
import { ALARMING, type Alarming, type Standing, STANDINGS } from './standings.js';

/** Who looks at the board. */
export interface Looking {
  readonly town: Town;
  readonly roles: readonly Role[];
  readonly staff?: string | undefined;
  readonly at: number;
}

export interface OpenRequest {
  readonly facts: RequestFacts;
  readonly status: Status;
}

const OF_RESIDENT: ReadonlySet<WaitReason> = new Set(['question', 'documents', 'confirmation']);

const RULES: Readonly<Record<Standing, (request: OpenRequest, looking: Looking) => boolean>> = {
  danger: ({ facts: { path }, status }) => isUrgent({ path, status }),
  stuck: ({ facts }, { at, town }) => requestTrouble(facts, town.settings, at) !== undefined,
  unplaced: ({ facts }) => facts.unplaced === true,
  overdue: ({ facts }, { at }) => isOverdue(facts, at),
  today: ({ facts }, { at, town }) => latenessOf(facts, at, town.settings.timeZone) === 'today',
  waiting: ({ facts }) => OF_RESIDENT.has(waitReason(facts)),
  asked: ({ facts }, looking) => isAsked(facts, looking),
};

/** Also of what is closed, for then the closing itself has failed. */
const OF_CLOSED: ReadonlySet<Standing> = new Set(['stuck', 'asked']);

/** Whether a request of the open board stands so, for whoever looks. */
export const stands = (standing: Standing, request: OpenRequest, looking: Looking): boolean =>
  (request.facts.closedAt === undefined || OF_CLOSED.has(standing)) && RULES[standing](request, looking);

/** By the rule by which its page offers an answer; of a request that is not placed anybody may say where it belongs. */
function isAsked({ waits, unplaced }: RequestFacts, { town, roles, staff, at }: Looking): boolean {
  const kind = unplaced ? 'placement' : 'outcome';
  const asked = waits ? askedOf(waits) : [];
  return asked.some((to) => {
    const addressee = meantFor(town, to, at);
    return (
      addressee === staff ||
      (mayDo(roles, 'requests.answer') && answersAs(town, { addressee, kind }, staff) !== undefined)
    );
  });
}

export type StandingCounts = Readonly<Record<Standing, number>>;

/** How many stand how; one may stand in several ways. */
export const countStandings = (requests: readonly OpenRequest[], looking: Looking): StandingCounts => {
  const counts = { danger: 0, stuck: 0, unplaced: 0, overdue: 0, today: 0, waiting: 0, asked: 0 };
  for (const standing of STANDINGS)
    counts[standing] = requests.filter((request) => stands(standing, request, looking)).length;
  return counts;
};

export interface Alarm {
  readonly facts: RequestFacts;
  readonly why: Alarming;
}

/**
 * The alarms for whoever looks, the gravest and then the newest first: each request once, for the gravest of its
 * reasons.
 */
export function alarmsOf(requests: readonly OpenRequest[], looking: Looking): Alarm[] {
  const alarms = requests.flatMap((request) => {
    const why = ALARMING.find((standing) => stands(standing, request, looking));
    return why === undefined ? [] : [{ facts: request.facts, why }];
  });
  const rank = ({ why }: Alarm): number => ALARMING.indexOf(why);
  return alarms.toSorted((a, b) => rank(a) - rank(b) || b.facts.createdAt - a.facts.createdAt);
}
