import * as z from 'zod';
import { ASK_KIND_NAMES, ASK_OPTIONS } from './ask-kinds.js';

/** Which chain of people silence climbs. */
export const ladderSchema = z.discriminatedUnion('ladder', [
  /** Everybody from the grid's A post up to the town's leaders. */
  z.object({ ladder: z.literal('grid'), grid: z.number().int() }),
  /** The same in an emergency. */
  z.object({ ladder: z.literal('alarm'), grid: z.number().int() }),
  /** The grid's own three, and nobody above. */
  z.object({ ladder: z.literal('team'), grid: z.number().int() }),
  z.object({
    ladder: z.literal('department'),
    department: z.string(),
    /** Who is passed over, for it may be about them. */
    except: z.array(z.string()).optional(),
  }),
  /** One person, for whom nobody stands in. */
  z.object({ ladder: z.literal('person'), staff: z.string() }),
  /** The inspection team alone, but for whom a complaint may be about. */
  z.object({ ladder: z.literal('inspection'), except: z.array(z.string()) }),
]);
export type Ladder = z.infer<typeof ladderSchema>;

const askKindSchema = z.enum(ASK_KIND_NAMES);
const askOptionSchema = z.enum(ASK_OPTIONS);

export const staffAddresseeSchema = z.object({
  who: z.literal('staff'),
  staff: z.string(),
  ladder: ladderSchema,
  rung: z.number().int(),
  last: z.boolean(),
});

/** Who is asked: a member of staff or the resident; nobody, where it is waited for the first report, or for one of a programme's places. */
export const addresseeSchema = z.discriminatedUnion('who', [
  staffAddresseeSchema,
  z.object({ who: z.literal('resident') }),
  z.object({ who: z.literal('request'), request: z.string() }),
  z.object({ who: z.literal('quota'), programme: z.string() }),
]);
export type Addressee = z.infer<typeof addresseeSchema>;

/** The work of a step that waits while something else is asked about it: to whom it goes back, and until when they have. */
export const heldWorkSchema = z.object({
  kind: askKindSchema,
  to: staffAddresseeSchema,
  options: z.array(askOptionSchema),
  /** When it was due; it moves on by the time since which the resident owes an answer. */
  due: z.number(),
  since: z.number().optional(),
  extensions: z.number().int().optional(),
  /** Numbers, in the programme's list from 1, of the documents that are missing. */
  documents: z.array(z.number().int()),
  /** The last moment for the resident to bring them; reminders come before. */
  bringBy: z.number().optional(),
});
export type HeldWork = z.infer<typeof heldWorkSchema>;

/** What a sender is asked back: what their words left open, and the ids among which they choose. */
export const questionSchema = z.object({
  about: z.enum(['danger', 'place', 'group', 'category', 'same']),
  choices: z.array(z.string()),
});
export type Question = z.infer<typeof questionSchema>;

/** Who said no to something, and why. */
export const refusalSchema = z.object({ by: z.string(), reason: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;

/** A question that is open, or about to be put, to one person. `n` numbers the asks of a request. */
export const plannedAskSchema = z.object({
  n: z.number().int(),
  kind: askKindSchema,
  to: addresseeSchema,
  options: z.array(askOptionSchema),
  /** Epoch milliseconds. */
  askedAt: z.number(),
  until: z.number(),
  /** The stage and the step of the programme this ask belongs to. */
  stage: z.number().int().optional(),
  step: z.string().optional(),
  /** How often this piece of work has been extended. */
  extensions: z.number().int().optional(),
  /** How often the last rung has been asked again; absent: not yet. */
  again: z.number().int().optional(),
  /** Who was asked before and said nothing, and until when they could have. */
  before: z.object({ staff: z.string(), due: z.number() }).optional(),
  /** Not texted: another ask reminds the same person of the same emergency. */
  quiet: z.literal(true).optional(),
  /** It was put later than it was planned, as what everything rests on was down: its time runs from then. */
  late: z.literal(true).optional(),
  /** What it is about was put right: whatever comes of it, nothing follows. */
  corrected: z.literal(true).optional(),
  /** The request that may be the same event. */
  other: z.string().optional(),
  held: heldWorkSchema.optional(),
  /** Who refused what its person is to decide, and why. */
  refusal: refusalSchema.optional(),
  question: questionSchema.optional(),
});
export type PlannedAsk = z.infer<typeof plannedAskSchema>;

/** An ask as the state machine waits for it. */
export const askToWaitForSchema = z.object({ n: z.number(), timeoutSeconds: z.number() });
export type AskToWaitFor = z.infer<typeof askToWaitForSchema>;
