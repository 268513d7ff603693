import type { PlaceRow } from '../../../adapters/flood-store.js';
import { maskPhone } from '../../../domain/access/mask.js';
import { mayReadPerson, maySee } from '../../../domain/access/may-see.js';
import { type Flood, placeOfKey } from '../../../domain/flood/flood.js';
import { floodedPlaceName } from '../../../domain/flood/flood-notice.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { ConsoleUser } from '../../http/console-user.js';
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

/** The latest report of a place, without its sender and their words where those are kept from whoever reads. */
export function reportRow(
  town: Town,
  { report, count, firstAt, lastAt, ...place }: PlaceRow,
  user: ConsoleUser,
  language: Language,
): FloodAnswer['places'][number] {
  const { confidential, person } = report;
  const kept = { path: 'emergency', confidential, nameWithheld: person.nameWithheld } as const;
  return {
    place: floodedPlaceName(town, place, language),
    count,
    firstAt: instant(firstAt),
    lastAt: instant(lastAt),
    ...(maySee(user, kept) && mayReadPerson(user, kept)
      ? { words: person.description, phone: person.phone }
      : {}),
  };
}
