import * as z from 'zod';
import type { Town, TownSettings } from '../domain/town/schema.js';
import { checkStoredTown } from './check-stored-town.js';
import type { Attributes } from './dynamodb.js';
import { key } from './table-keys.js';
import { townForm } from './town-form.js';
import { zlib } from './zlib.js';

/**
 * The town's data in parts, so that none comes near the 400 KB of an item and each is read only when it changed. The
 * examples of its reading are no part: functions read by what was learnt from them.
 */
const PARTS = {
  rules: ['settings', 'departments', 'inspections', 'categories', 'dutyList', 'dangers', 'texts'],
  places: ['villages', 'grids', 'places', 'map'],
  people: ['staff', 'leave', 'former', 'supervisors', 'reception'],
  households: ['households'],
  programmes: ['programmes'],
  model: ['model'],
} as const satisfies Record<string, readonly (keyof Town)[]>;
type Stored = Pick<Town, (typeof PARTS)[keyof typeof PARTS][number]>;
type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as Part[];
/** It claims a version's number, and the settings are in it. */
export const FIRST = 'rules' satisfies Part;

export const townKey = (town: string) => key(town, 'town', 'data');
export const versionName = (version: number): string => `v${String(version).padStart(6, '0')}`;
export const versionSort = (version: number, part: string): string => `${versionName(version)}#${part}`;

/** Characters of an item at most, a byte each: below the 400 KB that one may have. */
const CHUNK = 350_000;

/** Parts are stored compressed: a quarter of the units to read them, and a part seldom needs a second item. */
const compress = (text: string): string => zlib().deflateSync(text).toString('base64');
const decompress = (packed: string): string => zlib().inflateSync(Buffer.from(packed, 'base64')).toString();

const chunksOf = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / CHUNK)) }, (_, i) =>
    text.slice(i * CHUNK, (i + 1) * CHUNK),
  );

/** The name of a part, or of what goes on where its item is full. */
const chunkName = (part: string, chunk: number): string =>
  chunk === 0 ? part : `${part}+${String(chunk).padStart(3, '0')}`;

export const examplesSort = (version: number, chunk: string): string =>
  `examples#${versionSort(version, chunk)}`;

export const examplesIn = (town: Town, version: number) =>
  (town.examples === '' ? [] : chunksOf(town.examples)).map((packed, i) => ({
    pk: townKey(town.settings.id),
    sk: examplesSort(version, String(i).padStart(3, '0')),
    packed,
  }));

/** Parts of a version as they lie in the table, the first part first. */
export const itemsOf = (town: Town, version: number, parts: readonly Part[] = ALL) =>
  parts.flatMap((part) =>
    chunksOf(
      compress(JSON.stringify(Object.fromEntries(PARTS[part].map((field) => [field, town[field]])))),
    ).map((packed, i) => ({
      pk: townKey(town.settings.id),
      sk: versionSort(version, chunkName(part, i)),
      packed,
      form: townForm(),
    })),
  );

/** Versions that were stored before parts were compressed have them as `json`. */
const chunkSchema = z.union([
  z.object({ sk: z.string(), packed: z.string() }),
  z.object({ sk: z.string(), json: z.string() }),
]);

/** The parts of a version, as JSON, from their items, which come in the order of their names. */
function joinChunks(items: readonly Attributes[]): string[] {
  const packed = new Map<string, string>();
  const plain: string[] = [];
  for (const item of z.array(chunkSchema).parse(items)) {
    const [part = ''] = item.sk.split('+');
    if ('json' in item) plain.push(item.json);
    else packed.set(part, (packed.get(part) ?? '') + item.packed);
  }
  return [...plain, ...[...packed.values()].map(decompress)];
}

const isOfThisForm = (items: readonly Attributes[]): boolean =>
  items.every(({ form }) => form === townForm());

/** The town in the form of this version. One that was stored in this form was checked then. */
const inThisForm = (whole: Town, items: readonly Attributes[]): Town =>
  isOfThisForm(items) ? whole : checkStoredTown(whole, items);

/** The town of all parts of a version, without its examples, and how many characters it takes. */
export function townIn(items: readonly Attributes[]): { readonly town: Town; readonly size: number } {
  const texts = joinChunks(items);
  const parts = texts.map((json): unknown => JSON.parse(json));
  const stored: Stored = Object.assign({}, ...parts);
  const whole: Town = { examples: '', ...stored };
  return { town: inThisForm(whole, items), size: texts.join('').length };
}

/** The settings, from the first part alone; undefined where another form takes the whole town to read. */
export function settingsIn(items: readonly Attributes[]): TownSettings | undefined {
  if (!isOfThisForm(items)) return undefined;
  const [json = ''] = joinChunks(items);
  return (JSON.parse(json) as Pick<Stored, 'settings'>).settings;
}
