import * as z from 'zod';
import { momentSchema } from '../appointments/moment.js';
import { askToWaitForSchema, plannedAskSchema, refusalSchema } from '../asks/planned-ask.js';
import { petitionSchema } from '../petition/petition.js';
import { photoSchema } from '../photos/photo.js';
import { formValuesSchema } from '../programme/form.js';
import { PLACEHOLDER_LENGTH, type Placeholder, TEXT_KEYS, type TextKey } from '../texts/text-keys.js';
import { closedAsSchema, timelineEntrySchema } from './timeline.js';
import { languageSchema } from '../words/language.js';
import { DANGERS } from '../town/dangers.js';
import { pathSchema } from '../town/field-schemas.js';
import { type Status, statusSchema } from './status.js';

export { type Status, statusSchema };

/** The reason for a pause: the resident owes something, or the programme has no place for them yet. */
export const pauseReasonSchema = z.enum(['documents', 'appointment', 'place']);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

/** A time in which the clocks stood still, or stand still yet. */
export const pauseSchema = z.object({
  from: z.number(),
  to: z.number().optional(),
  why: pauseReasonSchema,
});
export type Pause = z.infer<typeof pauseSchema>;

/** How the coordination of a programme's stages ended. */
export const coordinationOutcomeSchema = z.enum([
  'completed',
  'refused',
  'joined',
  'withdrawn',
  'superseded',
  'corrected',
  'attention',
]);
export type CoordinationOutcome = z.infer<typeof coordinationOutcomeSchema>;

/** Somebody is asked, or it is waited for something else. */
const waitingSchema = z.object({
  to: z.enum(['clarify', 'place', 'accept', 'same-day', 'confirm', 'joined', 'attention', 'wait-for-place']),
  ask: askToWaitForSchema,
});
const coordinatingSchema = z.object({
  to: z.enum(['programme', 'petition', 'coordinated', 'emergency']),
  coordination: z.object({ name: z.string(), round: z.number(), timeoutSeconds: z.number() }),
});
const onwardSchema = z.object({
  /** `again`: from where the record stands. `over`: what was answered is asked no more, and nothing follows. */
  to: z.enum(['take-place', 'close', 'again', 'over']),
});

/** The next step of a request once its coordination has ended. */
export const followsSchema = z.discriminatedUnion('to', [waitingSchema, coordinatingSchema, onwardSchema]);

/** The answer to the state machine: where to go, and what to wait for there. */
export const nextSchema = z.discriminatedUnion('to', [
  waitingSchema,
  coordinatingSchema,
  onwardSchema,
  z.object({
    to: z.literal('ask'),
    ask: askToWaitForSchema,
    /**
     * When it is not the step's own person who is asked next. An execution that began before these were told apart
     * waits for them as for anybody.
     */
    from: z.enum(['resident', 'leader']).optional(),
  }),
  z.object({ to: z.literal('stage'), steps: z.array(askToWaitForSchema) }),
  z.object({
    to: z.literal('ended'),
    outcome: coordinationOutcomeSchema,
    /** It has one of its programme's places, or a turn in line, that the next can have. */
    place: z.boolean().optional(),
    /** The next step of the request; absent where the duty desk has to look at it. */
    follows: followsSchema.optional(),
  }),
  z.object({ to: z.literal('finished'), place: z.boolean().optional() }),
]);
export type Next = z.infer<typeof nextSchema>;

/** The appointment of which a text reminds: it is not sent where that was changed or is over. */
export const remindedSchema = momentSchema.extend({ request: z.string(), step: z.string() });
export type Reminded = z.infer<typeof remindedSchema>;

/** A text to be sent once; `person` and `phone` not given here are filled from the resident at the edge. */
export const noticeSchema = z.object({
  to: z.union([z.literal('resident'), z.object({ staff: z.string() })]),
  text: z.enum(Object.keys(TEXT_KEYS) as [TextKey, ...TextKey[]]),
  values: z.partialRecord(
    z.enum(Object.keys(PLACEHOLDER_LENGTH) as [Placeholder, ...Placeholder[]]),
    z.string(),
  ),
  /** Of an approval: the step, which says what of the application is shown. */
  step: z.string().optional(),
  /** Of a reminder: when it is sent, and of what it reminds. */
  reminds: z.object({ at: z.number(), of: remindedSchema }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

const outcomeSchema = z.object({
  as: z.enum(['done', 'refused', 'referred']),
  reason: z.string().optional(),
});

/** The facts for calling an answer back: the ask that was answered, and how the answer changed its request. */
export const undoableSchema = z.object({
  ask: plannedAskSchema,
  was: z.object({
    status: statusSchema,
    transfers: z.number().int(),
    extensions: z.number().int(),
    dissatisfied: z.number().int(),
    handler: z.string().optional(),
    department: z.string().optional(),
    dueAt: z.number().optional(),
    outcome: outcomeSchema.optional(),
    grid: z.number().int().optional(),
    owner: z.string().optional(),
    yuan: z.number().optional(),
    petition: petitionSchema.optional(),
  }),
});
export type Undoable = z.infer<typeof undoableSchema>;

/** It was closed: the execution that takes it up again. */
const correctedSchema = z.object({ execution: z.string().optional() });

/**
 * One resident request with its timeline: one item, one conditional write a step. It holds no name, no phone and not
 * the words of the request; those are the person beside it.
 */
export const requestRecordSchema = z.object({
  town: z.string(),
  id: z.string(),
  /** Counts writes; each write is conditional on it. */
  version: z.number().int(),
  /** The town data the request began with: its programme keeps that version. */
  townVersion: z.number().int(),
  createdAt: z.number(),
  channel: z.enum(['web', 'sms', 'cadre', 'open311', 'reception', 'telephone']),
  /** The town's place where they were received who came with it in person. */
  receptionPlace: z.string().optional(),
  language: languageSchema,
  /** The resident's phone, hashed: finds a person's requests without knowing the person. */
  resident: z.string(),
  /** By that it is found through the person beside it, whom no step changes. Absent before December 2026: through the record. */
  foundBy: z.literal('person').optional(),
  /** That phone is one of a member of staff: who filed it gave their own number. */
  phoneOfStaff: z.literal(true).optional(),
  /** It complains about staff, or may; nobody hears of it whom it may be about. */
  confidential: z
    .object({
      /** Staff whom its words may name. */
      about: z.array(z.string()),
      /** Where it happened; it lies in no grid. */
      village: z.string().optional(),
      group: z.number().int().optional(),
      /** Its resident wants it to stay with the inspection team. */
      kept: z.literal(true).optional(),
    })
    .optional(),
  /** Its resident asks that whoever handles it does not learn who they are. */
  nameWithheld: z.literal(true).optional(),
  /** Opens the tracking page. */
  trackingKey: z.string(),
  /** Which submission made the request, hashed: the same one sent again is the same request. */
  submission: z.string(),
  status: statusSchema,
  closedAs: closedAsSchema.optional(),
  closedAt: z.number().optional(),
  category: z.string(),
  path: pathSchema,
  /** Somebody is or can be hurt; not `sure` while that is asked back. */
  danger: z.object({ kind: z.enum(DANGERS), sure: z.boolean() }).optional(),
  /** What the words left open, for whoever is asked back: categories and villages among which they do not decide, the best first; a request
   * of the same sender that they may be about.
   */
  unsure: z
    .object({
      categories: z.array(z.string()).optional(),
      villages: z.array(z.string()).optional(),
      same: z.string().optional(),
    })
    .optional(),
  /** How many questions its sender was asked about it. */
  questions: z.number().int().optional(),
  village: z.string().optional(),
  group: z.number().int().optional(),
  grid: z.number().int().optional(),
  /** The point of the report, coarse: three decimals, about 100 m, enough to notice two reports of one event. */
  near: z.object({ lat: z.number(), lng: z.number() }).optional(),
  /** First asked, owns the request to the end, whoever works on it. */
  owner: z.string().optional(),
  /** Who works on it now. */
  handler: z.string().optional(),
  /** The department a transfer sent it to, when not the category's. */
  department: z.string().optional(),
  dueAt: z.number().optional(),
  /** When the resident was last told or asked something about it. */
  toldAt: z.number().optional(),
  /** When the resident last asked for news by the page. */
  newsAskedAt: z.number().optional(),
  /** The deadline of which the resident was told that it was not kept. */
  toldLate: z.number().optional(),
  /** In order, and never two at once; only the last may still be open. */
  pauses: z.array(pauseSchema).optional(),
  asks: z.array(plannedAskSchema),
  askCount: z.number().int(),
  transfers: z.number().int(),
  extensions: z.number().int(),
  dissatisfied: z.number().int(),
  outcome: outcomeSchema.optional(),
  /** An open request that looks like the same event, or is said to be it by whoever reported; a person decides. */
  duplicateOf: z.string().optional(),
  joinedTo: z.string().optional(),
  withdrawnAt: z.number().optional(),
  /** It was put right, and its workflow has yet to go on from how it now stands. */
  corrected: correctedSchema.optional(),
  /** Programmes that it was corrected out of, of whose places it may have had one. */
  left: z.array(z.string()).optional(),
  coordination: z
    .object({
      round: z.number().int(),
      /** Index of the open stage; -1 before the first. */
      stage: z.number().int(),
      done: z.array(z.string()),
      /** Which step was refused, too; what was refused before that was noted does not say it. */
      refused: refusalSchema
        .extend({ stage: z.number().int().optional(), step: z.string().optional() })
        .optional(),
    })
    .optional(),
  /** Departments that were called besides those of its programme, or besides the one it was sent to: each does a step of the stage in which it was called. */
  called: z.array(z.object({ department: z.string(), stage: z.number().int() })).optional(),
  /** Where its programme has fixed places: since when it waits for one, when it was given, when nobody else can have it any more. */
  place: z
    .object({
      joinedAt: z.number().optional(),
      givenAt: z.number().optional(),
      usedAt: z.number().optional(),
    })
    .optional(),
  /** On the petition path: how it came in, was taken up, mediated and settled. */
  petition: petitionSchema.optional(),
  /** Aid given on this request, in yuan: the sum of its entries. */
  yuan: z.number().nonnegative().optional(),
  /** In the order in which they came. */
  photos: z.array(photoSchema).optional(),
  /** Days (local dates) on which the grid team looks after the person again. */
  followUps: z.array(z.string()).optional(),
  /** Those of them on which the team was asked. */
  followUpsBegun: z.array(z.string()).optional(),
  timeline: z.array(timelineEntrySchema),
  /** The execution that works on it, by its name, once one has begun it again; before that it is named after the request. */
  execution: z.string().optional(),
  /** When somebody stopped that execution, as long as it is neither resumed nor begun again. */
  stoppedAt: z.number().optional(),
  /** The facts for calling back the latest answer. */
  undoable: undoableSchema.optional(),
  /** The decisions of the latest steps, by key: the same step again changes nothing and decides the same. */
  answered: z.array(z.object({ key: z.string(), next: nextSchema, notices: z.array(noticeSchema) })),
});
export type RequestRecord = z.infer<typeof requestRecordSchema>;

/** The personal half of a request: kept in an item of its own, which few roles may read. */
export const personSchema = z.object({
  /** Whom the texts go to, E.164. */
  phone: z.string(),
  name: z.string().optional(),
  /** They ask that whoever handles it does not learn who they are. */
  nameWithheld: z.literal(true).optional(),
  /** Set when somebody filed it for this person. */
  filedBy: z.object({ name: z.string().optional(), phone: z.string() }).optional(),
  description: z.string(),
  /** The staff's notes for one another; its resident is not shown them. */
  staffWords: z.string().optional(),
  location: z.object({ lat: z.number(), lng: z.number() }).optional(),
  /** The programme's form as it was filled in, by field. */
  form: formValuesSchema.optional(),
  /** Why the form was handed in though it does not meet the programme's conditions. */
  exception: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;
