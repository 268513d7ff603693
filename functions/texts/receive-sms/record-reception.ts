import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { findPhone } from '../../../domain/contact/phone.js';
import { placeOfReception } from '../../../domain/reception/reception-days.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { gazetteerOf } from '../../../domain/reading/gazetteer.js';
import { readPlace } from '../../../domain/reading/read-place.js';
import { gridOfPlace } from '../../../domain/geography/grid-lookup.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { takeInRequest } from '../../use-cases/take-in-request.js';
import { given } from '../../../domain/words/given.js';

type Effects = Services<{ requests: 'read' | 'create'; workflow: 'startRequests'; receptions: 'record' }>;

export interface PeopleReceived {
  /** The same key is the same reception, however often it is reported. */
  readonly key: string;
  readonly at: number;
  readonly by: Staff;
  readonly people: number;
  /** Settled on the spot, so that nothing is left to handle. */
  readonly answered: boolean;
  readonly words: string;
}

/** Logs people who came; open matters become requests, owned by who received them. Done again nothing changes. */
export async function recordReception(
  services: Effects,
  current: CurrentTown,
  received: PeopleReceived,
): Promise<RequestRecord | undefined> {
  const { town } = current;
  const { key, at, by, people, answered, words } = received;
  const id = submissionOf(`reception ${town.settings.id} ${key}`);
  const place = placeOfReception(town, by.id, at);
  // The request first: a reception that names one is never without it.
  const request = answered ? undefined : await takeInMatter(services, current, { id, place, ...received });
  const grid = gridNamed(town, words);
  await services.receptions.record({
    town: town.settings.id,
    id,
    at,
    by: by.id,
    people,
    ...given({ place, grid }),
    // The words of a request are kept once, with its person.
    ...(request ? { request: request.id } : words === '' ? {} : { note: words }),
  });
  return request;
}

function gridNamed(town: Town, words: string): number | undefined {
  const place = readPlace(gazetteerOf(town), words);
  return place.grid ?? gridOfPlace(town, place)?.number;
}

/** Filed on a visitor's behalf: who received them owns it; texts go to the number that was given, if any. */
const takeInMatter = (
  services: Effects,
  current: CurrentTown,
  { id, at, by, place, words }: PeopleReceived & { id: string; place: string | undefined },
): Promise<RequestRecord> =>
  takeInRequest(services, current, {
    submission: `reception ${id}`,
    at,
    channel: 'reception',
    receptionPlace: place,
    language: by.language,
    person: {
      phone: findPhone(words, current.town.settings) ?? by.phone,
      description: words,
      filedBy: { name: by.name, phone: by.phone },
    },
  });
