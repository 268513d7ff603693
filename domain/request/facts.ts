import * as z from 'zod';
import { cardSchema, cardsOf } from './card.js';
import { mediatedAt } from '../petition/petition.js';
import { pathSchema } from '../town/field-schemas.js';
import { isBeingHelped, isUnanswered } from './further-call.js';
import { pausedFor, pausedSince } from './pause-clock.js';
import { type RequestRecord, requestRecordSchema } from './record.js';
import { closedAsSchema, entriesOf, type TimelineType } from './timeline.js';
import { isUrgent } from './is-urgent.js';
import { givenVerdictSchema, verdictsIn } from './verdicts.js';
import { STEPS, stepOf } from './steps.js';
import { standsSince, waitSchema, waitsFor } from './waits-for.js';

/**
 * A request as statistics, samples and the daily close know it, open or closed: ids, moments (epoch ms) and counts,
 * derived from its record at every save. Nothing personal: no name, no phone, nobody's words.
 */
export const requestFactsSchema = z.object({
  id: z.string(),
  category: z.string(),
  path: pathSchema,
  channel: requestRecordSchema.shape.channel,
  grid: z.number().int().optional(),
  village: z.string().optional(),
  group: z.number().int().optional(),
  /** About where, to 100 m. */
  near: z.object({ lat: z.number(), lng: z.number() }).optional(),
  createdAt: z.number(),
  /** In which of the four steps it is; what was closed before that was noted is at the last. */
  step: z.enum(STEPS).default('closure'),
  /** The texts about it go to a member of staff, who filed it for somebody without a telephone, or for themselves. */
  phoneOfStaff: z.literal(true).optional(),
  /** When whoever was asked first had to answer. */
  respondBy: z.number().optional(),
  /** The first time somebody did something about it. */
  acceptedAt: z.number().optional(),
  dueAt: z.number().optional(),
  /** When the resident was last told or asked something about it. */
  toldAt: z.number().optional(),
  /** Since when the clocks stand still because the resident owes an answer; `dueAt` moves on when that is over. */
  pausedSince: z.number().optional(),
  /** For how long they stood still in pauses that are over, in milliseconds. */
  pausedFor: z.number().optional(),
  /** The first outcome recorded, what it was, and the deadline that stood then: reopening moves none of them. */
  handledAt: z.number().optional(),
  handledAs: z.enum(['done', 'refused']).optional(),
  handleBy: z.number().optional(),
  closedAt: z.number().optional(),
  closedAs: closedAsSchema.optional(),
  /** The resident's last word on it. */
  verdict: z.enum(['satisfied', 'unsatisfied', 'no-answer']).optional(),
  /** Every verdict that was given, in order. */
  verdicts: z.array(givenVerdictSchema).optional(),
  dissatisfied: z.number().int(),
  /** How often silence climbed the ladder, was passed on, was extended. */
  silences: z.number().int(),
  transfers: z.number().int(),
  extensions: z.number().int(),
  owner: z.string().optional(),
  handler: z.string().optional(),
  /** Yellow and red cards it was given. */
  cards: z.array(cardSchema).optional(),
  /** The reason why it waits while it is open, or while somebody is asked why its closing failed. */
  waits: waitSchema.optional(),
  /** Since when nobody but its workflow, or the duty desk after a step failed, is to go on with it. */
  standsSince: z.number().optional(),
  /** When somebody stopped the execution that works on it. */
  stoppedAt: z.number().optional(),
  /** When the parties of a petition agreed at a mediation session. */
  mediatedAt: z.number().optional(),
  /** Aid given, in the town's currency. */
  yuan: z.number().optional(),
  /** Local dates of the follow-ups that nobody has begun yet. */
  followUps: z.array(z.string()).optional(),
  /** Since when an emergency waits to be looked back on. */
  toReview: z.number().optional(),
  /** Of a complaint: whom of the staff it may be about. */
  about: z.array(z.string()).optional(),
  /** The tasks of finding out why it came again. */
  causes: z.array(z.string()).optional(),
  /** Somebody is asked where it belongs, and has not said it. */
  unplaced: z.literal(true).optional(),
  /** An emergency to which nobody of the whole ladder came. */
  unanswered: z.literal(true).optional(),
  /** An emergency under way that somebody has taken up, or said that they come to, since it was raised. */
  helped: z.literal(true).optional(),
  /** The request is erased, and this is all that is left of it. */
  erased: z.literal(true).optional(),
});
export type RequestFacts = z.infer<typeof requestFactsSchema>;

/** Things a person does about a request; asking and silence do not count. */
const ACTS: ReadonlySet<TimelineType> = new Set([
  'accepted',
  'taken-up',
  'transferred',
  'step-done',
  'appointment',
  'done',
  'refused',
]);

/** The days of follow-up that nobody has begun yet. */
export const followUpsToCome = ({
  followUps = [],
  followUpsBegun = [],
}: Pick<RequestRecord, 'followUps' | 'followUpsBegun'>): string[] =>
  followUps.filter((date) => !followUpsBegun.includes(date));

/** Since when an emergency waits to be looked back on; nothing where that has begun, or it is another report of one that is looked back on itself. */
export const toReview = ({ path, createdAt, joinedTo, timeline }: RequestRecord): number | undefined =>
  path !== 'emergency' || joinedTo !== undefined || timeline.some(({ type }) => type === 'review-due')
    ? undefined
    : createdAt;

function causesOf(record: RequestRecord): string[] | undefined {
  const tasks = entriesOf(record, 'cause-due').flatMap(({ task }) => task ?? []);
  return tasks.length > 0 ? tasks : undefined;
}

/** The facts of a request as it now is; what the schema does not name of the record is left out. */
export function factsOf(record: RequestRecord): RequestFacts {
  const { timeline } = record;
  const followUps = followUpsToCome(record);
  const cards = cardsOf(record);
  const verdicts = verdictsIn(timeline);
  return requestFactsSchema.parse({
    ...record,
    step: stepOf(record),
    followUps: followUps.length > 0 ? followUps : undefined,
    respondBy: entriesOf(record, 'asked')[0]?.due,
    acceptedAt: timeline.find(({ type }) => ACTS.has(type))?.at,
    pausedSince: pausedSince(record),
    pausedFor: pausedFor(record),
    cards: cards.length > 0 ? cards : undefined,
    waits: waitsFor(record),
    standsSince: standsSince(record),
    toReview: toReview(record),
    about: record.confidential?.about,
    causes: causesOf(record),
    unplaced: isUnplaced(record) || undefined,
    unanswered: (isUrgent(record) && isUnanswered(record)) || undefined,
    helped: (record.closedAs === undefined && isUrgent(record) && isBeingHelped(record)) || undefined,
    ...handledIn(record),
    mediatedAt: record.petition && mediatedAt(record.petition),
    verdicts: verdicts.length > 0 ? verdicts : undefined,
    verdict: timeline.map(({ type }) => verdictIn(type)).findLast((verdict) => verdict !== undefined),
    silences: entriesOf(record, 'silent').length,
  });
}

const isUnplaced = ({ asks, closedAs }: RequestRecord): boolean =>
  closedAs === undefined && asks.some(({ kind }) => kind === 'placement');

function handledIn(record: RequestRecord): Pick<RequestFacts, 'handledAt' | 'handledAs' | 'handleBy'> {
  const corrected = entriesOf(record, 'corrected').findLast(({ what }) => what === 'outcome');
  // A request that was not done after all, or goes on, was not handled then.
  const since = corrected?.now === 'not-done' || corrected?.now === 'approved' ? corrected.at : 0;
  const first = entriesOf(record, 'done', 'refused').find(({ at }) => at >= since);
  const as = corrected?.now === 'done' || corrected?.now === 'refused' ? corrected.now : first?.type;
  return first ? { handledAt: first.at, handledAs: as, handleBy: first.due } : {};
}

const verdictIn = (type: TimelineType): RequestFacts['verdict'] =>
  type === 'satisfied' || type === 'unsatisfied' || type === 'no-answer' ? type : undefined;
