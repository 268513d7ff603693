import { openPetition } from '../petition/petition.js';
import type { Language } from '../town/language.js';
import type { Town } from '../town/schema.js';
import type { RequestRecord } from './record.js';

/** What a category is called that takes whatever fits no other; every town has it. */
export const OTHER_CATEGORY = 'other';

export interface Receiving {
  readonly id: string;
  readonly at: number;
  readonly channel: RequestRecord['channel'];
  readonly receptionPlace?: string | undefined;
  readonly language: Language;
  readonly townVersion: number;
  readonly resident: string;
  readonly phoneOfStaff?: true | undefined;
  readonly trackingKey: string;
  readonly submission: string;
  readonly village?: string | undefined;
  readonly group?: number | undefined;
  readonly location?: { readonly lat: number; readonly lng: number } | undefined;
  readonly category?: string | undefined;
  /** The open request that whoever reports says is the same event; a person decides. */
  readonly duplicateOf?: string | undefined;
}

/** About 100 m: enough to notice two reports of one event, too coarse to name a home. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** A request as it is first stored: received, and nothing decided but its category. */
export function receiveRequest(town: Town, receiving: Receiving): RequestRecord {
  const category = town.categories.find(({ id }) => id === (receiving.category ?? OTHER_CATEGORY));
  const { location, village, group, duplicateOf, receptionPlace } = receiving;
  return {
    town: town.settings.id,
    id: receiving.id,
    version: 1,
    townVersion: receiving.townVersion,
    createdAt: receiving.at,
    channel: receiving.channel,
    ...(receptionPlace === undefined ? {} : { receptionPlace }),
    language: receiving.language,
    resident: receiving.resident,
    ...(receiving.phoneOfStaff ? { phoneOfStaff: true } : {}),
    trackingKey: receiving.trackingKey,
    submission: receiving.submission,
    status: 'received',
    category: category?.id ?? OTHER_CATEGORY,
    path: category?.path ?? 'same-day',
    ...(village === undefined ? {} : { village }),
    ...(group === undefined ? {} : { group }),
    ...(location === undefined ? {} : { near: { lat: coarse(location.lat), lng: coarse(location.lng) } }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    ...(category?.path === 'petition' ? { petition: openPetition(category, town.settings, receiving) } : {}),
    asks: [],
    askCount: 0,
    transfers: 0,
    extensions: 0,
    dissatisfied: 0,
    timeline: [{ at: receiving.at, type: 'received' }],
    answered: [],
  };
}
