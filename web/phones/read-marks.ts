import { isObject, numberOf, parseJson, textOf } from '../json.js';
import type { Keep } from '../keep.js';
import type { TextMessage } from './text-message.js';
import type { Thread } from './threads.js';

const NAME = 'phones.read';

/** How many arrived texts of each phone were read. */
export type ReadMarks = Readonly<Record<string, number>>;

/** The marks of an earlier visit, if the town's texts are still the same: a fresh start begins with none read. */
export function loadReadMarks(keep: Keep, first: TextMessage | undefined): ReadMarks {
  const kept = parseJson(keep.read(NAME) ?? '');
  if (!isObject(kept) || first === undefined || textOf(kept['first']) !== first.id || !isObject(kept['read']))
    return {};
  return Object.fromEntries(
    Object.entries(kept['read']).map(([phone, count]) => [phone, numberOf(count) ?? 0]),
  );
}

/** Keeps the marks, with the first text of all to know this town's texts again. */
export function saveReadMarks(keep: Keep, first: TextMessage | undefined, read: ReadMarks): void {
  if (first !== undefined) keep.write(NAME, JSON.stringify({ first: first.id, read }));
}

/** How many arrived texts of a phone nobody has looked at. */
export const unreadOf = ({ phone, arrived }: Thread, read: ReadMarks): number =>
  Math.max(0, arrived - (read[phone] ?? 0));
