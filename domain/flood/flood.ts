import * as z from 'zod';
import { SHARES } from '../town/caller-schema.js';

/** The kinds of things held together: dangers of one origin, texts beyond a cap, replies to a machine. */
export const FLOOD_KINDS = ['dangers', 'texts', 'replies'] as const;

/** The duty desk's decisions about an origin: all of it is held, or none. */
export const FLOOD_STATES = ['open', 'held', 'released'] as const;
export type FloodState = (typeof FLOOD_STATES)[number];

/** Many of one kind that a person looks at as one. It has a code, which tells neither an address nor a number. */
export const floodSchema = z.object({
  origin: z.string(),
  kind: z.enum(FLOOD_KINDS),
  count: z.number().int().positive(),
  /** Epoch milliseconds. */
  firstAt: z.number(),
  lastAt: z.number(),
  state: z.enum(FLOOD_STATES).default('open'),
  /** Of texts: which cap they are beyond. */
  beyond: z
    .object({ of: z.enum(['number', 'town']), share: z.enum([...SHARES, 'emergencies']), cap: z.number() })
    .optional(),
  /** The number of the latest text that was not sent. */
  phone: z.string().optional(),
  /** Of dangers: where they are said to be, each once (`placeKey`); and the latest of them. */
  places: z.set(z.string()).default(new Set()),
  latest: z.string().optional(),
});
export type Flood = z.infer<typeof floodSchema>;
export type Beyond = NonNullable<Flood['beyond']>;

/** Where the dangers of an origin are said to be. */
export interface FloodedPlace {
  readonly village?: string | undefined;
  readonly group?: number | undefined;
  readonly grid?: number | undefined;
}

/** A place as one word, and back. */
export const placeKey = ({ village, group, grid }: FloodedPlace): string =>
  [village, group, grid].map((part) => part ?? '').join('/');
export function placeOfKey(key: string): FloodedPlace {
  const [village = '', group = '', grid = ''] = key.split('/');
  return {
    ...(village === '' ? {} : { village }),
    ...(group === '' ? {} : { group: Number(group) }),
    ...(grid === '' ? {} : { grid: Number(grid) }),
  };
}

/** When the duty desk hears of it: at once for the first in each span, and of the others together when that is over. */
export const spanOf = (at: number, everyMinutes: number): { readonly n: number; readonly end: number } => {
  const length = everyMinutes * 60_000;
  const n = Math.floor(at / length);
  return { n, end: (n + 1) * length };
};
