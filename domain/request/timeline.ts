import * as z from 'zod';
import { verdictSchema } from '../asks/verdict.js';
import { momentSchema } from '../appointments/moment.js';

/** Why a request is closed. */
export const closedAsSchema = z.enum([
  'satisfied',
  'no_answer',
  'refused',
  'referred',
  'joined',
  'withdrawn',
]);
export type ClosedAs = z.infer<typeof closedAsSchema>;

/** The parts of a request that can be put right. */
export const CORRECTABLE = [
  'category',
  'danger',
  'path',
  'place',
  'owner',
  'handler',
  'department',
  'outcome',
  'joined',
] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** When the resident is to come, and for which stage of the programme. */
const appointmentSchema = momentSchema.extend({ stage: z.number().int() });

/** Things that happen at a moment and of which the same is said. */
export const entrySchema = <const Type extends string, Fields extends z.core.$ZodLooseShape>(
  types: readonly Type[],
  fields: Fields,
) => z.object({ at: z.number(), type: z.enum(types), ...fields });

/** A staff id, a further contact or `resident`. */
const who = z.string();
const due = z.number();
/** A step or a stage of the programme. */
const step = z.string();
/** A person's own words. */
const words = z.string();
const note = words.optional();
/** Numbers of documents in the programme's list, from 1. */
const documents = z.array(z.number().int());

/** One thing that happened. */
export const timelineEntrySchema = z.discriminatedUnion('type', [
  entrySchema(
    [
      'received',
      'coordinating',
      'call-list',
      'raised',
      'waiting-for-place',
      'place-given',
      'reopened',
      'follow-up-due',
      'consented',
      'stays-confidential',
    ],
    {},
  ),
  /** Without a grid it was sent to a department. */
  entrySchema(['placed'], { to: who, by: who.optional(), grid: z.number().int().optional() }),
  entrySchema(['unplaced', 'told', 'attention', 'no-answer', 'confidential'], { to: who }),
  entrySchema(['danger', 'no-danger', 'said', 'accepted', 'undone', 'withdrawn', 'news-asked'], { by: who }),
  entrySchema(['asked-back'], { to: who, due }),
  entrySchema(['asked'], { to: who, due, step: step.optional() }),
  /** Behind a resident who does not answer nobody is asked. */
  entrySchema(['silent'], { by: who, to: who.optional(), due: due.optional(), step: step.optional() }),
  entrySchema(['declined'], { by: who, to: who, due, step: step.optional(), note }),
  entrySchema(['remark', 'stood-down', 'session'], {
    by: who,
    note: words,
    /** What brought a remark: the same again is there once, however much of its words is shown. */
    key: z.string().optional(),
    /** Whoever of the staff wrote a remark was asked what they mean. */
    unsure: z.literal(true).optional(),
  }),
  entrySchema(['called', 'call-unanswered'], { by: who, to: who, note }),
  entrySchema(['on-the-way', 'on-site', 'safe', 'restored', 'transferred', 'sign-off-given'], {
    by: who,
    note,
  }),
  entrySchema(['taken-up', 'unpaused'], { due: due.optional() }),
  entrySchema(['stage'], { step }),
  entrySchema(['step-done'], { by: who, step, note }),
  /** Where its date was read, `note` is what else was said of it. */
  entrySchema(['appointment'], { by: who, step, appointment: appointmentSchema.optional(), note }),
  entrySchema(['aid'], { by: who, yuan: z.number(), note }),
  entrySchema(['extended'], { by: who, due, step: step.optional(), note }),
  entrySchema(['documents-asked'], { by: who, due, documents }),
  entrySchema(['sign-off-asked'], { by: who, to: who, due, documents }),
  entrySchema(['reminded', 'asked-resident'], { due }),
  entrySchema(['documents-brought'], { by: who, to: who, due }),
  entrySchema(['documents-not-brought'], { to: who, due }),
  entrySchema(['sign-off-denied'], { by: who, to: who, due, note }),
  entrySchema(['yellow-card', 'red-card'], { due, to: who.optional() }),
  entrySchema(['refused'], { by: who, note: words, due: due.optional() }),
  entrySchema(['done'], { by: who.optional(), note, due: due.optional() }),
  /** The request that it is the same as. */
  entrySchema(['joined'], { by: who, other: z.string() }),
  entrySchema(['resumed'], { by: who.optional() }),
  entrySchema(['review-due', 'cause-due'], { to: who, task: z.string().optional() }),
  entrySchema(['closed'], { as: closedAsSchema }),
  /** Put right: `was` and `now` are ids, a place as village/group/grid; empty where there was none. */
  entrySchema(['corrected'], {
    by: who,
    what: z.enum(CORRECTABLE),
    was: z.string(),
    now: z.string(),
    note,
    /** Whoever corrected it was asked why, and has not said. */
    unexplained: z.literal(true).optional(),
  }),
  /** The resident's verdict at closure; without one only whether they are satisfied. */
  entrySchema(['satisfied', 'unsatisfied'], { by: who, note, verdict: verdictSchema.optional() }),
  entrySchema(['consent-asked'], { due }),
  /** Whoever does a step says that it is not theirs: `to` decides. */
  entrySchema(['returned'], { by: who, to: who, step, due, note: words }),
  /** It goes on with the others, without this step. */
  entrySchema(['step-refused'], { by: who, step, note: words }),
  entrySchema(['called-in'], { by: who, departments: z.array(who), note }),
  /** Whoever is asked was reminded by hand; the latest time, and how many there were. */
  entrySchema(['urged'], { by: who, to: who, times: z.number().int() }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type TimelineType = TimelineEntry['type'];

type Narrowed<Entry extends { type: string }, Type> = Entry extends unknown
  ? Extract<Entry['type'], Type> extends never
    ? never
    : Entry & { type: Extract<Entry['type'], Type> }
  : never;
/** An entry of one kind, or of several. */
export type EntryOf<Type extends TimelineType> = Narrowed<TimelineEntry, Type>;

type Names<Union> = Union extends unknown ? keyof Union : never;
type ValueOf<Union, Name> = Union extends unknown ? (Name extends keyof Union ? Union[Name] : never) : never;
/** The fields of any of several types, for whoever tells of them all alike. */
export type FieldsOf<Union> = { readonly [Name in Names<Union>]?: ValueOf<Union, Name> };

/** Characters of a remark in the timeline: the record must stay small. The whole stands with the resident's words. */
const KEPT_WORDS = 60;

/** As much of a remark as the timeline holds. */
export const keptWords = (words: string): string =>
  words.length > KEPT_WORDS ? `${words.slice(0, KEPT_WORDS - 1)}…` : words;

/** Whether this was said with the words of a remark that its sender made while they were asked what they mean: they stand once. */
export const takesUp = (entry: TimelineEntry, before: TimelineEntry): boolean =>
  before.type === 'remark' &&
  before.unsure === true &&
  entry.type !== 'remark' &&
  'note' in entry &&
  entry.note !== undefined &&
  'by' in entry &&
  entry.by === before.by &&
  keptWords(entry.note) === before.note;

interface Told {
  readonly timeline: readonly TimelineEntry[];
}

/** The events of these kinds, in order. */
export const entriesOf = <Type extends TimelineType>({ timeline }: Told, ...types: Type[]): EntryOf<Type>[] =>
  timeline.filter((entry): entry is EntryOf<Type> => types.some((type) => type === entry.type));

/** The events since the alarm was raised the last time; all of them where that was at its report. */
export const sinceRaised = ({ timeline }: Told): readonly TimelineEntry[] =>
  timeline.slice(
    Math.max(
      0,
      timeline.findLastIndex(({ type }) => type === 'raised'),
    ),
  );
