import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { DANGERS } from '../town/dangers.js';

/** Something for the town to do; a question about an earlier matter; nothing (thanks, adverts, a wrong number). */
export const TEXT_KINDS = ['matter', 'news', 'nothing'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A text as people write it and what it is about: a town's reading learns from these. */
export const exampleSchema = z.strictObject({
  words: z.string().min(1),
  kind: z.enum(TEXT_KINDS),
  /** Set for a matter. */
  category: z.string().optional(),
  danger: z.enum(DANGERS).optional(),
  /** It is about the town's own staff, or their work. */
  complaint: z.literal(true).optional(),
  /** Villages that the words fit, where the matter is: one, or the several among which a local would ask. */
  villages: z.array(z.string()),
  group: z.number().int().positive().optional(),
  grid: z.number().int().positive().optional(),
});
export type Example = z.infer<typeof exampleSchema>;

/** A fifth of all texts, 51 of 256: what is only measured with and never learnt from. */
const HELD_OUT_BELOW = 51;

/** Whether a text is held out follows from the text alone: it stays on its side whoever adds or sorts examples. */
export const isHeldOut = (words: string): boolean => (sha256(utf8ToBytes(words))[0] ?? 0) < HELD_OUT_BELOW;

/** As the words of a place, its people and their numbers never are. */
export const examplesToLearn = (examples: readonly Example[]): Example[] =>
  examples.filter(({ words }) => !isHeldOut(words));
