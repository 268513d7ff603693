import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { FLOOD_KINDS, FLOOD_STATES, floodSchema } from '../../domain/flood/flood.js';

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

export const floodsAnswer = z
  .strictObject({ items: z.array(floodRow).describe('What grew last first') })
  .meta({ id: 'Floods' });

/** The dangers of one origin by place, each with its latest report; viewing it is recorded in the audit trail. */
export const floodAnswer = z
  .strictObject({
    origin,
    places: z.array(
      z.strictObject({
        place: z.string(),
        count,
        firstAt: instant,
        lastAt: instant,
        words: z.string().optional(),
        phone: z.string().optional().describe('Left out, as the words, where whoever reads may not know'),
      }),
    ),
  })
  .meta({ id: 'Flood' });
export type FloodAnswer = z.infer<typeof floodAnswer>;

export const floodDecided = z
  .strictObject({
    origin,
    state: z.enum(FLOOD_STATES),
    requests: z.array(z.string()).describe('The emergencies that were called out, one for each place'),
  })
  .meta({ id: 'FloodDecided' });
export type FloodDecided = z.infer<typeof floodDecided>;

export const floodsRoute = route({
  method: 'GET',
  path: '/admin/floods',
  summary: 'What is held together and looked at as one: dangers of one origin, texts beyond a cap',
  permission: 'texts.read',
  answers: { 200: floodsAnswer },
  problems: [403, 500],
});

export const floodRoute = route({
  method: 'GET',
  path: '/admin/floods/{origin}',
  summary: 'The dangers of an origin by place, with their words; viewing it is recorded in the audit trail',
  permission: 'people.read',
  answers: { 200: floodAnswer },
  problems: REFUSED,
});

export const holdFloodRoute = route({
  method: 'POST',
  path: '/admin/floods/{origin}/hold',
  summary: 'Holds back all that comes from an origin; its dangers are still told as one',
  permission: 'requests.answer',
  answers: { 200: floodDecided },
  problems: REFUSED,
});

export const releaseFloodRoute = route({
  method: 'POST',
  path: '/admin/floods/{origin}/release',
  summary: 'Lets the dangers of an origin through, and calls out those that were held, one for each place',
  permission: 'requests.answer',
  answers: { 200: floodDecided },
  problems: REFUSED,
});
