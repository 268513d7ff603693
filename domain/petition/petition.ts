import * as z from 'zod';
import { deadline } from '../deadlines/deadline.js';
import type { Category, TownSettings } from '../town/schema.js';

/** How a petition came in. */
export const lodgedSchema = z.enum(['letter', 'visit', 'phone', 'online']);
export type Lodged = z.infer<typeof lodgedSchema>;

/** How a mediation session ended: talks that go on are adjourned. */
export const sessionResultSchema = z.enum(['agreed', 'not-agreed', 'adjourned']);
export type SessionResult = z.infer<typeof sessionResultSchema>;

/**
 * The record of a petition beside the request it is: how it came in, when it had to be and was taken up, who sat
 * together when and with what result, and how it was settled. Letters and visits become mediation with the first
 * session.
 */
export const petitionSchema = z.object({
  kind: z.enum(['letters-and-visits', 'mediation']),
  lodged: lodgedSchema,
  /** The whole time for taking it up, transfers and silence included. */
  takeUpBy: z.number(),
  takenUpAt: z.number().optional(),
  /** Why it was not taken up is the request's refusal. */
  notTakenUpAt: z.number().optional(),
  /** How many people or households are at odds, as far as anybody said. */
  parties: z.number().int().positive().optional(),
  sessions: z.array(z.object({ at: z.number(), by: z.string(), result: sessionResultSchema })),
  settledAt: z.number().optional(),
  settlement: z.string().optional(),
});
export type Petition = z.infer<typeof petitionSchema>;

const LODGED_BY_CHANNEL = {
  web: 'online',
  open311: 'online',
  sms: 'phone',
  cadre: 'visit',
  reception: 'visit',
  telephone: 'phone',
} as const;

/** A petition as it is first stored. */
export const openPetition = (
  category: Category | undefined,
  settings: TownSettings,
  { channel, at }: { channel: keyof typeof LODGED_BY_CHANNEL; at: number },
): Petition => ({
  kind: category?.mediation ? 'mediation' : 'letters-and-visits',
  lodged: LODGED_BY_CHANNEL[channel],
  takeUpBy: deadline(at, settings.petition.takeUpWithin, settings),
  sessions: [],
});

/** The latest session at which the parties agreed, or undefined. */
export const mediatedAt = ({ sessions }: Petition): number | undefined =>
  sessions.findLast(({ result }) => result === 'agreed')?.at;
