import { openPetition } from '../petition/petition.js';
import type { Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { isSealed } from './confidential.js';
import { type Matter, OTHER_CATEGORY } from './matter-of.js';
import type { RequestRecord } from './record.js';
import { given } from '../words/given.js';

export interface Intake extends Partial<Matter> {
  readonly id: string;
  readonly at: number;
  readonly channel: RequestRecord['channel'];
  readonly receptionPlace?: string | undefined;
  readonly language: Language;
  readonly townVersion: number;
  readonly resident: string;
  readonly phoneOfStaff?: true | undefined;
  readonly nameWithheld?: true | undefined;
  readonly trackingKey: string;
  readonly submission: string;
  readonly location?: { readonly lat: number; readonly lng: number } | undefined;
  /** The open request that whoever reports says is the same event; a person decides. */
  readonly duplicateOf?: string | undefined;
}

/** About 100 m: enough to notice two reports of one event, too coarse to name a home. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000;

const NOWHERE: Pick<Intake, 'location' | 'duplicateOf'> = {};

/** A request as it is first stored: received, and nothing decided but what it is about. */
export function recordIntake(town: Town, intake: Intake): RequestRecord {
  const { village, group, grid, danger, unsure, receptionPlace, phoneOfStaff, nameWithheld } = intake;
  const { confidential } = intake;
  // A complaint about staff is joined to nothing, and nobody finds it by where it is.
  const { location, duplicateOf } = confidential ? NOWHERE : intake;
  const category = town.categories.find(({ id }) => id === (intake.category ?? OTHER_CATEGORY));
  const path = intake.path ?? category?.path ?? 'same-day';
  return {
    town: town.settings.id,
    id: intake.id,
    version: 1,
    townVersion: intake.townVersion,
    createdAt: intake.at,
    channel: intake.channel,
    language: intake.language,
    resident: intake.resident,
    foundBy: 'person',
    trackingKey: intake.trackingKey,
    submission: intake.submission,
    status: 'received',
    category: category?.id ?? OTHER_CATEGORY,
    path,
    ...given({ danger, unsure, village, group, grid, duplicateOf, receptionPlace, phoneOfStaff }),
    ...given({ confidential, nameWithheld }),
    ...(location === undefined ? {} : { near: { lat: coarse(location.lat), lng: coarse(location.lng) } }),
    ...(category && path === 'petition'
      ? {
          petition: openPetition(
            isSealed({ confidential, path }) ? undefined : category,
            town.settings,
            intake,
          ),
        }
      : {}),
    asks: [],
    askCount: 0,
    transfers: 0,
    extensions: 0,
    dissatisfied: 0,
    timeline: [{ at: intake.at, type: 'received' }],
    answered: [],
  };
}
