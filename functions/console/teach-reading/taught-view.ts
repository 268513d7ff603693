import type { Taught } from '../../../adapters/taught-store.js';
import { isHeldOut } from '../../../domain/reading/example.js';
import { isoOf } from '../words.js';
import type { TaughtItem } from '../../../contracts/console/reading.js';

/** A lesson as the console shows it. */
export function taughtView({ request, example, who, name, at }: Taught): TaughtItem {
  const { words, category, danger, villages } = example;
  return {
    id: request,
    words,
    ...(category === undefined ? {} : { category }),
    danger: danger ?? 'none',
    villages,
    heldOut: isHeldOut(words),
    who,
    name,
    at: isoOf(at),
  };
}
