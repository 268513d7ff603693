import { originOf } from '../../adapters/contact.js';
import { log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import type { FloodedPlace, FloodState } from '../../domain/flood/flood.js';
import type { OriginKind } from '../../domain/flood/origin.js';
import { gridOfPlace } from '../../domain/geography/grid-lookup.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { CallerLimit } from '../../domain/town/caller-schema.js';
import type { Town } from '../../domain/town/schema.js';
import { holdTogether } from './hold-together.js';
import type { Submission } from './take-in-request.js';

/** A reporter without an account: their address and phone. A text's sender is vouched for by the carrier. */
export interface Caller {
  readonly address?: string | undefined;
  readonly phone: string;
}

/** A report that is not taken in: one too many, or a danger held together with others and told to the duty desk. */
export class NotAdmitted extends Error {
  constructor(
    readonly why: 'too-many' | 'held-together',
    readonly retryAt: number,
  ) {
    super(why);
    this.name = 'NotAdmitted';
  }
}

type Effects = Services<{ callers: 'count'; texts: 'send'; floods: 'hold' }>;

interface Origin {
  readonly code: string;
  readonly of: 'address' | 'phone';
  readonly state: FloodState;
}

const HOUR = 3_600_000;

/**
 * Lets a report in, unless its caller has reported too much. A danger is never turned away unheard: beyond what is
 * called out whole, the dangers of one origin are told to the duty desk together. What the desk decided about an origin
 * goes first.
 */
export async function admitReport(
  services: Effects,
  town: Town,
  caller: Caller,
  { record, taking }: { record: RequestRecord; taking: Submission },
): Promise<void> {
  const { at } = taking;
  const origins = await originsOf(services, town, caller);
  const isDanger = record.path === 'emergency';
  if (isDanger && origins.some(({ state }) => state === 'released')) return;
  // Dangers are counted by themselves: whoever floods the town with something else mutes none of their neighbours.
  const full =
    heldBack(origins, at) ?? (await beyond(services, town, origins, isDanger ? 'dangers' : 'reports', at));
  if (!full) return;
  const { origin, retryAt } = full;
  log('warn', 'report not admitted', { town: town.settings.id, origin: origin.code, request: record.path });
  if (!isDanger) throw new NotAdmitted('too-many', retryAt);
  await holdTogether(services, town, origin.code, {
    place: placeOf(town, record, taking),
    report: { ...taking, confidential: record.confidential },
    at,
  });
  throw new NotAdmitted('held-together', retryAt);
}

interface Full {
  readonly origin: Origin;
  readonly retryAt: number;
}

function originsOf({ floods }: Effects, town: Town, { address, phone }: Caller): Promise<Origin[]> {
  const { id } = town.settings;
  const kinds: [OriginKind, string][] =
    address === undefined
      ? [['sender', phone]]
      : [
          ['address', address],
          ['phone', phone],
        ];
  return Promise.all(
    kinds.map(async ([kind, value]) => {
      const code = originOf(id, kind, value);
      const of = kind === 'address' ? 'address' : 'phone';
      return { code, of, state: await floods.state(id, code) } as const;
    }),
  );
}

const heldBack = (origins: readonly Origin[], at: number): Full | undefined => {
  const origin = origins.find(({ state }) => state === 'held');
  // Nobody knows how long the desk will hold it.
  return origin && { origin, retryAt: at + HOUR };
};

/** Counts the report for each of its origins; the first that has no room. */
async function beyond(
  { callers }: Effects,
  { settings }: Town,
  origins: readonly Origin[],
  act: 'reports' | 'dangers',
  at: number,
): Promise<Full | undefined> {
  for (const origin of origins) {
    const limit: CallerLimit = settings.callers[act][origin.of];
    const full = await callers.count(settings, { caller: origin.code, act, limit }, at);
    if (full) return { origin, ...full };
  }
  return undefined;
}

/** Where a danger is said to be: a point by the grid it lies in. */
function placeOf(town: Town, { village, group, grid }: RequestRecord, { person }: Submission): FloodedPlace {
  const { location } = person;
  return { village, group, grid: grid ?? gridOfPlace(town, { village, group, location })?.number };
}
