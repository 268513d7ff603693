import type { MapState } from '../definition/machine.js';
import { isJsonArray, isJsonObject, parseJson, type Json } from '../json.js';
import type { Pieces } from '../pieces.js';
import { itemsIn, type Items } from '../states/map-items.js';
import { csvItems } from './csv.js';
import { UnreadableItems } from './unreadable-items.js';

type ReaderConfig = NonNullable<NonNullable<MapState['ItemReader']>['ReaderConfig']>;

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw new UnreadableItems('Attempting to map over non-iterable node.');
  }
}

/** The value at a JSON pointer (RFC 6901). */
function pointedAt(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonArray(at)) at = at[Number(name)];
    else at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at;
}

function ofJson(text: string, { ItemsPointer = '' }: ReaderConfig): Items {
  const items = itemsIn(pointedAt(parsed(text), ItemsPointer));
  if (items === undefined) throw new UnreadableItems('Attempting to map over non-iterable node.');
  return items;
}

/** After so many items others are let on. */
const AT_ONCE = 1000;

function* upTo<Item>(items: Iterable<Item>, most: number): Pieces<Item[]> {
  const taken: Item[] = [];
  if (most < 1) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length === most) break;
    if (taken.length % AT_ONCE === 0) yield;
  }
  return taken;
}

function* linesOf(text: string): Generator<Json> {
  for (const line of text.split('\n')) if (line.trim() !== '') yield parsed(line);
}

/**
 * The items in what the call of a reader answered: the text of an object, or the objects that a bucket lists. Zero
 * items at most are all of them. Throws UnreadableItems.
 */
export function* readItems(read: Json, config: ReaderConfig, maxItems = 0): Pieces<Items> {
  const most = maxItems === 0 ? Infinity : maxItems;
  if (typeof read !== 'string') return { inputs: yield* upTo(isJsonArray(read) ? read : [], most) };
  if (config.InputType === 'CSV') return { inputs: yield* upTo(csvItems(read, config), most) };
  if (config.InputType === 'JSONL') return { inputs: yield* upTo(linesOf(read), most) };
  const items = ofJson(read, config);
  return { ...items, inputs: yield* upTo(items.inputs, most) };
}
