import { followUpsToCome, factsOf, type RequestFacts, toReview } from '../request/facts.js';
import type { Person, RequestRecord } from '../request/record.js';
import { isSealed } from '../request/confidential.js';
import type { Retention } from '../town/retention-schema.js';
import { type Allowance } from '../town/allowance.js';
import type { TownSettings } from '../town/schema.js';

const DAY = 86_400_000;

/** Whether the work on a request is over: what is open stays until it is, whoever asks. */
export const isOver = ({ closedAs }: Pick<RequestRecord, 'closedAs'>): boolean => closedAs !== undefined;

/** Whether the days a request is kept can end: the team still looks in on its person otherwise. */
export const isSettled = (record: RequestRecord): boolean =>
  isOver(record) && followUpsToCome(record).length === 0;

/** Whether a closed emergency awaits its review; it is looked for no longer than statistics look back. */
export const isToBeReviewed = (
  record: RequestRecord,
  { emergencies, statistics }: Pick<TownSettings, 'emergencies' | 'statistics'>,
  at: number,
): boolean =>
  emergencies !== undefined &&
  toReview(record) !== undefined &&
  at - (record.closedAt ?? record.createdAt) < statistics.lookBackDays * DAY;

/**
 * The facts of an erased request that statistics count: no person, no staff, no point on the map, nothing that is yet
 * to come. Nothing of a complaint about staff, which no statistics count.
 */
export function lastingFacts(record: RequestRecord): RequestFacts | undefined {
  if (isSealed(record)) return undefined;
  const {
    near: _point,
    owner: _owner,
    handler: _handler,
    about: _about,
    followUps: _followUps,
    toReview: _toReview,
    causes: _causes,
    waits: _waits,
    standsSince: _since,
    stoppedAt: _stopped,
    ...facts
  } = factsOf(record);
  return { ...facts, erased: true };
}

/** Why a sealed file of a case is kept whoever asks for its erasure. */
export type KeptBy = 'petition' | 'aid';

/** Petitions and what was paid are to be accounted for by law. */
export function keptByLaw({ path, yuan }: Pick<RequestRecord, 'path' | 'yuan'>): KeptBy | undefined {
  if (path === 'petition') return 'petition';
  return yuan !== undefined && yuan > 0 ? 'aid' : undefined;
}

/** How long a sealed file of it is kept, where one is made. */
export function fileLasts(record: RequestRecord, { files }: Retention): Allowance {
  const by = keptByLaw(record);
  if (by === undefined) return files.requests;
  return by === 'petition' ? files.petitions : files.aid;
}

/** Whether a sealed file is made of it: none where its person asked for its erasure, and no law keeps it. */
export const isFiled = (record: RequestRecord, { asked }: { readonly asked: boolean }): boolean =>
  !asked || keptByLaw(record) !== undefined;

/** All of a case that is filed, in the order in which it is sealed. Without access codes and machines' memory. */
export function caseFile(
  record: RequestRecord,
  person: Person | undefined,
): Readonly<Record<string, unknown>> {
  const {
    trackingKey: _key,
    submission: _submission,
    answered: _answered,
    undoable: _undoable,
    version: _version,
    foundBy: _foundBy,
    ...request
  } = record;
  return { form: 1, request, person: person ?? null };
}
