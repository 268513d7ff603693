import { instantOf, isObject, listOf, parseJson, textOf } from '../json.js';
import type { Keep } from '../keep.js';
import { KEPT_FOR } from './draft-keep.js';

const NAME = 'photos';

/** Photos of a form that has no request number yet. */
export const OF_FORM = 'form';

type Pictures = readonly string[];

/**
 * Photos that are chosen and not sent yet, in base64, by the number of their request, or of the form. They are kept on the device until
 * they are sent, and where that has no room for them while the page is open.
 */
export interface PendingPhotos {
  get(of: string): Pictures;
  set(of: string, pictures: Pictures): void;
}

function keptOf(value: unknown, now: number): Map<string, Pictures> {
  const savedAt = isObject(value) ? instantOf(value['savedAt']) : undefined;
  if (!isObject(value) || savedAt === undefined || now - savedAt > KEPT_FOR) return new Map();
  const pictures = isObject(value['pictures']) ? value['pictures'] : {};
  return new Map(Object.entries(pictures).map(([of, list]) => [of, listOf(list, textOf)]));
}

export function createPendingPhotos(keep: Keep, now: () => number): PendingPhotos {
  const held = keptOf(parseJson(keep.read(NAME) ?? ''), now());
  if (held.size === 0) keep.drop(NAME);
  return {
    get: (of) => held.get(of) ?? [],
    set(of, pictures) {
      if (pictures.length === 0) held.delete(of);
      else held.set(of, pictures);
      if (held.size === 0) keep.drop(NAME);
      else keep.write(NAME, JSON.stringify({ savedAt: now(), pictures: Object.fromEntries(held) }));
    },
  };
}
