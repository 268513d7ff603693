import * as z from 'zod';
import {
  type Flood,
  type FloodedPlace,
  floodSchema,
  type FloodState,
  placeKey,
  spanOf,
} from '../domain/flood/flood.js';
import { personSchema, requestRecordSchema } from '../domain/request/record.js';
import { languageSchema } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

/** How long an origin can be looked at after it last grew. Seconds. */
const REMEMBERED_SECONDS = 7 * 86_400;
/** A town's row is no longer than a page; older ones have been looked at. */
const MOST_ROWS = 200;

const all = (town: string): string => key(town, 'flood', 'origins');
const placesOf = (town: string, origin: string): string => key(town, 'flood', origin);

/** A danger as it was reported and not called out: enough to call it out later. */
const reportSchema = z.object({
  submission: z.string(),
  channel: requestRecordSchema.shape.channel,
  language: languageSchema,
  category: z.string().optional(),
  village: z.string().optional(),
  group: z.number().optional(),
  person: personSchema,
  aboutStaff: z.boolean().optional(),
  about: z.array(z.string()).readonly().optional(),
  anonymous: z.boolean().optional(),
  /** From whom it is kept, as it was read. */
  confidential: requestRecordSchema.shape.confidential,
});
export type FloodedReport = z.infer<typeof reportSchema>;

const placeSchema = z.object({
  village: z.string().optional(),
  group: z.number().optional(),
  grid: z.number().optional(),
  count: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
  report: reportSchema,
});
export type PlaceRow = z.infer<typeof placeSchema>;

/** A flood that has just grown; when it was told of before decides how that is told. */
export interface Grown {
  readonly flood: Flood;
  /** The first growth within this span. */
  readonly isFirst: boolean;
  readonly span: { readonly n: number; readonly end: number };
}

type Growing = Pick<Flood, 'origin' | 'kind'> &
  Partial<Pick<Flood, 'beyond' | 'phone'>> & { readonly at: number; readonly place?: FloodedPlace };

/**
 * Reports held together for a person to look at: an item for each origin, and for dangers one for each place, however
 * many there are.
 */
export class FloodStore {
  constructor(private readonly table: Table) {}

  /** The desk's decision about an origin. */
  async state(town: string, origin: string): Promise<FloodState> {
    const { Item } = await this.table.get({ Key: { pk: all(town), sk: origin } });
    return Item ? floodSchema.parse(Item).state : 'open';
  }

  /** One more of it. */
  async grow({ settings }: Town, { at, place, ...growing }: Growing): Promise<Grown> {
    const span = spanOf(at, settings.callers.tellEvery);
    const latest = place && placeKey(place);
    const places = latest === undefined ? undefined : new Set([latest]);
    const now = { ...growing, lastAt: at, latest };
    const { Attributes: before } = await this.table.update({
      Key: { pk: all(settings.id), sk: growing.origin },
      ...setting(
        { ...now, span: span.n, expiresAt: expires(at) },
        { first: { firstAt: at }, add: { count: 1, places } },
      ),
      ReturnValues: 'ALL_OLD',
    });
    const known = before && floodSchema.parse(before);
    const flood = floodSchema.parse({
      ...known,
      ...now,
      firstAt: known?.firstAt ?? at,
      count: (known?.count ?? 0) + 1,
      places: new Set([...(known?.places ?? []), ...(places ?? [])]),
    });
    return { flood, span, isFirst: before?.['span'] !== span.n };
  }

  /** A danger of it, at its place: the latest report of each place is kept. */
  async addReport(
    town: string,
    origin: string,
    { place, report, at }: { place: FloodedPlace; report: FloodedReport; at: number },
  ): Promise<void> {
    await this.table.update({
      Key: { pk: placesOf(town, origin), sk: `place#${placeKey(place)}` },
      ...setting(
        { ...place, report: stored(report), lastAt: at, expiresAt: expires(at) },
        { first: { firstAt: at }, add: { count: 1 } },
      ),
    });
  }

  /** The places of an origin's dangers, the latest first. */
  async places(town: string, origin: string): Promise<PlaceRow[]> {
    const Items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :origin',
      ExpressionAttributeValues: { ':origin': placesOf(town, origin) },
    });
    return z
      .array(placeSchema)
      .parse(Items)
      .toSorted((a, b) => b.lastAt - a.lastAt);
  }

  /** Origins that grew lately, the latest first. */
  async list(town: string): Promise<Flood[]> {
    const { Items } = await this.table.query({
      KeyConditionExpression: 'pk = :all',
      ExpressionAttributeValues: { ':all': all(town) },
      Limit: MOST_ROWS,
    });
    return z
      .array(floodSchema)
      .parse(Items)
      .toSorted((a, b) => b.lastAt - a.lastAt);
  }

  /** The desk's decision about an origin of dangers; false where there is none. */
  decide(town: string, origin: string, state: FloodState, at: number): Promise<boolean> {
    return unlessConditionFails(
      this.table.update({
        Key: { pk: all(town), sk: origin },
        UpdateExpression: 'SET #state = :state, expiresAt = :expires',
        ConditionExpression: 'attribute_exists(pk) AND kind = :dangers',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': state, ':expires': expires(at), ':dangers': 'dangers' },
      }),
    );
  }
}

/** An update that sets some attributes, others where there are none yet, and adds to the rest. */
function setting(
  set: Readonly<Record<string, unknown>>,
  { first, add }: Readonly<Record<'first' | 'add', Readonly<Record<string, unknown>>>>,
) {
  const given = (some: Readonly<Record<string, unknown>>): string[] =>
    Object.keys(some).filter((name) => some[name] !== undefined);
  const sets = [
    ...given(set).map((name) => `#${name} = :${name}`),
    ...given(first).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
  ];
  const adds = given(add).map((name) => `#${name} :${name}`);
  const all = { ...set, ...first, ...add };
  return {
    UpdateExpression: `SET ${sets.join(', ')} ADD ${adds.join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(given(all).map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(given(all).map((name) => [`:${name}`, all[name]])),
  };
}

const expires = (at: number): number => Math.floor(at / 1000) + REMEMBERED_SECONDS;

/** The report alone, of whatever it came with; the table refuses what is undefined within a value. */
const stored = (report: FloodedReport): unknown => JSON.parse(JSON.stringify(reportSchema.parse(report)));
