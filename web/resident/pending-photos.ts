import * as z from 'zod';
import { parseJson } from '../json.js';
import { readAnswer } from '../read-answer.js';
import type { Keep } from '../keep.js';
import { KEPT_FOR } from './draft-keep.js';

const NAME = 'photos';

/** Photos of a form that has no request number yet. */
export const OF_FORM = 'form';

type Pictures = readonly string[];

/**
 * Photos that are chosen and not sent yet, in base64, by the number of their request, or of the form. They are kept on
 * the device until they are sent, and where that has no room for them while the page is open.
 */
export interface PendingPhotos {
  get(of: string): Pictures;
  set(of: string, pictures: Pictures): void;
}

const keptSchema = z.object({ savedAt: z.number(), pictures: z.looseObject({}) });
const listSchema = z.array(z.string());

function keptOf(value: unknown, now: number): Map<string, Pictures> {
  const kept = readAnswer(keptSchema, value);
  if (!kept || now - kept.savedAt > KEPT_FOR) return new Map();
  return new Map(Object.entries(kept.pictures).map(([of, list]) => [of, readAnswer(listSchema, list) ?? []]));
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
