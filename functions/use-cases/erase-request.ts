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
import { given } from '../../domain/words/given.js';

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
 * Erases a request that is over: its facts take its place, in one write with the sealed file of what is to be filed,
 * then all that lies beside it goes. What ended in between is taken up where it ended. `open` while somebody works on
 * it, is to be told of it or to look back on it, or wrote in the same moment.
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
    const sealing = await sealingOf(services, settings, record, { at, asked });
    if (!(await erasures.leave(record, factsOf(record), { at, ...given({ sealing }) }))) return 'open';
  }
  const remnant = await erasures.begun(town, id);
  if (!remnant) return 'gone';
  await erased.besideRequest(town, remnant.facts, at);
  await erasures.left(town, remnant);
  return 'erased';
}

/** The writes that seal its file; undefined where none is to be filed, or for no time any more. */
async function sealingOf(
  { requests, caseFiles }: Erasing,
  { retention }: Town['settings'],
  record: RequestRecord,
  { at, asked }: Erase,
) {
  if (!isFiled(record, { asked })) return undefined;
  const { town, id, closedAt = record.createdAt } = record;
  const expiresAt = expiresAfter(fileLasts(record, retention), closedAt);
  if (expiresAt * 1000 <= at) return undefined;
  const body = JSON.stringify(caseFile(record, await requests.findPerson(town, id)));
  return caseFiles.sealing(town, id, { body, at, expiresAt });
}
