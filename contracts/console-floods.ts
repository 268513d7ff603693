import * as z from 'zod';
import { FLOOD_KINDS, FLOOD_STATES, floodSchema } from '../domain/flood/flood.js';

const instant = z.iso.datetime();
const count = z.number().int().positive();
const origin = z
  .string()
  .describe('A code: of a network address (A-…), a phone filled in on a page (P-…), a sender of texts (S-…)');

export const floodRow = z.strictObject({
  origin,
  kind: z
    .enum(FLOOD_KINDS)
    .describe(
      'Dangers of one origin that were not called out one by one; texts that were not sent because of a cap; replies to a number that answers by machine and is asked something',
    ),
  count,
  firstAt: instant,
  lastAt: instant,
  state: z.enum(FLOOD_STATES).describe('What the duty desk decided about an origin of dangers'),
  beyond: floodSchema.shape.beyond.describe('Of texts: the cap, and whose it is'),
  number: z.string().optional().describe('The telephone number it is about, or the latest of them; masked'),
  places: z.array(z.strictObject({ place: z.string() })).describe('Where the dangers are said to be'),
});
export type FloodRow = z.infer<typeof floodRow>;

export const floodsAnswer = z.strictObject({ items: z.array(floodRow).describe('What grew last first') });
export type FloodsAnswer = z.infer<typeof floodsAnswer>;

/** The dangers of one origin by place, each with its latest report; viewing it is recorded in the audit trail. */
export const floodAnswer = z.strictObject({
  origin,
  places: z.array(
    z.strictObject({
      place: z.string(),
      count,
      firstAt: instant,
      lastAt: instant,
      words: z.string(),
      phone: z.string(),
    }),
  ),
});
export type FloodAnswer = z.infer<typeof floodAnswer>;

export const floodDecided = z.strictObject({
  origin,
  state: z.enum(FLOOD_STATES),
  requests: z.array(z.string()).describe('The emergencies that were called out, one for each place'),
});
export type FloodDecided = z.infer<typeof floodDecided>;
