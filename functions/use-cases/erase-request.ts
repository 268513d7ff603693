import type { Services } from '../../adapters/services.js';
import {
  caseFile,
  fileLasts,
  isFiled,
  isOver,
  isSettled,
  isToBeReviewed,
} from '../../domain/personal-data/erase-request.js';
import { expiresAfter } from '../../domain/personal-data/retention.js';
import { factsOf } from '../../domain/request/facts.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';

export type Erasing = Services<{
  requests: 'read' | 'readPerson';
  erasures: 'work';
  erased: 'erase';
  caseFiles: 'seal';
}>;

export interface Erase {
  readonly at: number;
  /** Its resident wants it, now; else its time is over, and what is yet to come keeps it. */
  readonly asked: boolean;
}

/** As long as what closed a request may be at work after that was stored. Milliseconds. */
const SETTLES = 60_000;

/**
 * Erases a request that is over: what is to be filed is sealed first, then its facts take its place, then all that lies beside it goes. What ended in
 * between is taken up where it ended. `open` while somebody works on it, is to be told of it or to look back on it, or wrote in the same moment.
 */
export async function eraseRequest(
  services: Erasing,
  { settings }: Town,
  id: string,
  { at, asked }: Erase,
): Promise<'erased' | 'open' | 'gone'> {
  const { erasures, erased } = services;
  const town = settings.id;
  const record = await services.requests.find(town, id);
  if (record) {
    if (!isOver(record) || !(asked || isSettled(record))) return 'open';
    // Whoever closed it may be about to text of it.
    if (at - (record.closedAt ?? 0) < SETTLES) return 'open';
    if (isToBeReviewed(record, settings, at) || (await erased.isToBeTold(town, id))) return 'open';
    await seal(services, settings, record, { at, asked });
    if (!(await erasures.leave(record, factsOf(record), at))) return 'open';
  }
  const remnant = await erasures.begun(town, id);
  if (!remnant) return 'gone';
  await erased.besideRequest(town, remnant.facts, at);
  await erasures.left(town, remnant);
  return 'erased';
}

async function seal(
  { requests, caseFiles }: Erasing,
  { retention }: Town['settings'],
  record: RequestRecord,
  { at, asked }: Erase,
): Promise<void> {
  if (!isFiled(record, { asked })) return;
  const { town, id, closedAt = record.createdAt } = record;
  const expiresAt = expiresAfter(fileLasts(record, retention), closedAt);
  if (expiresAt * 1000 <= at) return;
  const body = JSON.stringify(caseFile(record, await requests.findPerson(town, id)));
  await caseFiles.seal(town, id, { body, at, expiresAt });
}
