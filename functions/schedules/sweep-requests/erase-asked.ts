import type { Erasure } from '../../../adapters/erasure-store.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import { eraseRequest, type Erasing } from '../../use-cases/erase-request.js';

type Effects = Erasing & Services<{ towns: 'read' }>;

/** Whoever asks is answered, and that is stored, before anything is erased. Milliseconds. */
const SETTLES = 60_000;

/** Erases what a town's residents want erased; what somebody still works on is looked at again until it is over. */
export async function eraseAsked(services: Effects, id: string, at: number): Promise<void> {
  const asked = await services.erasures.asked(id, at - SETTLES);
  if (asked.length === 0) return;
  const { town } = await services.towns.load(id);
  for (const erasure of asked) await eraseOne(services, town, erasure, at);
}

async function eraseOne(services: Effects, town: Town, erasure: Erasure, at: number): Promise<void> {
  try {
    const done =
      erasure.request === undefined
        ? await eraseNumber(services, town, erasure, at)
        : await eraseOnly(services, town, erasure, at);
    log('info', 'erasure', { town: town.settings.id, done });
    if (done) await services.erasures.finish(erasure);
  } catch (error) {
    // One that fails does not keep the others waiting; the next run tries it again.
    log('error', 'erasure not done', { town: town.settings.id, error: errorName(error) });
  }
}

/** All of a number that came before it asked. Whether nothing is left of that. */
async function eraseNumber(
  services: Effects,
  town: Town,
  { contact, askedAt }: Erasure,
  at: number,
): Promise<boolean> {
  const requests = await services.erasures.requestsOf(town.settings.id, contact);
  let isDone = true;
  for (const { id } of requests.filter(({ createdAt }) => createdAt <= askedAt)) {
    const came = await eraseRequest(services, town, id, { at, asked: true });
    if (came === 'open') isDone = false;
    // What took it in broke off between the person and the request.
    if (came === 'gone') await services.erased.person(town.settings.id, id, at);
  }
  return (await services.erased.ofNumber(town.settings.id, contact, askedAt)) && isDone;
}

/** One request alone: whoever has its key need not be whose number it is. */
async function eraseOnly(
  services: Effects,
  town: Town,
  { request = '' }: Erasure,
  at: number,
): Promise<boolean> {
  return (await eraseRequest(services, town, request, { at, asked: true })) !== 'open';
}
