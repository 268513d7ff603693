import type { PlaceRow } from '../../../adapters/flood-store.js';
import { maskPhone } from '../../../domain/access/mask.js';
import { type Flood, placeOfKey } from '../../../domain/flood/flood.js';
import { floodedPlaceName } from '../../../domain/flood/flood-notice.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { FloodAnswer, FloodRow } from '../../../contracts/console/floods.js';

const instant = (at: number): string => new Date(at).toISOString();

/** A row without anything personal. */
export function floodRow(town: Town, flood: Flood, language: Language): FloodRow {
  const { origin, kind, count, firstAt, lastAt, state, beyond, phone, places } = flood;
  return {
    origin,
    kind,
    count,
    firstAt: instant(firstAt),
    lastAt: instant(lastAt),
    state,
    ...(beyond ? { beyond } : {}),
    ...(phone === undefined ? {} : { number: maskPhone(phone) }),
    places: [...places].map((one) => ({ place: floodedPlaceName(town, placeOfKey(one), language) })),
  };
}

export const reportRow = (
  town: Town,
  place: PlaceRow,
  language: Language,
): FloodAnswer['places'][number] => ({
  place: floodedPlaceName(town, place, language),
  count: place.count,
  firstAt: instant(place.firstAt),
  lastAt: instant(place.lastAt),
  words: place.report.person.description,
  phone: place.report.person.phone,
});
