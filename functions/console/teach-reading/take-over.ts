import { DomainError } from '../../../domain/domain-error.js';
import { packExamples } from '../../../domain/reading/examples-of.js';
import { fits, mayTakeOver } from '../../../domain/reading/teach.js';
import type { Town } from '../../../domain/town/schema.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { takeOverRoute } from '../../../contracts/console/reading.js';
import type { Teaching } from './teaching.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';

/**
 * `POST /admin/reading/take-over`: the next version of the town has what was taught among its examples, and reads by
 * them. Refused where a danger would not be recognised any more; which, is said.
 */
export const takeOver = (services: Teaching) => async (call: CallOf<typeof takeOverRoute>) => {
  const { towns, taught, remembered } = services;
  const { user } = call;
  const { version } = call.body();
  const [whole, list] = await Promise.all([towns.openWhole(user.town), taught.list(user.town)]);
  if (whole.version !== version) throw new Problem('town-changed');
  const taken = list.filter(({ example }) => fits(whole.stored, example));
  if (taken.length === 0) throw new Problem('nothing-taught');
  const tried = remembered.tried(whole, list);
  if (!mayTakeOver(tried))
    throw new Problem(
      'dangers-lost',
      tried.lostDangers.map((message) => ({ field: '', message })),
    );
  const detail = `${taken.length} after version ${version}`;
  await audit(services, call, { action: 'reading.taken-over', detail });
  const { examples, model } = tried;
  const next = { ...whole.stored, examples: packExamples(examples), model };
  const made = await store(services, call, next, version);
  // A lesson that was given anew meanwhile is another one by its time, and stays for the next time.
  for (const one of taken) await taught.remove(user.town, one);
  return call.answer(200, { version: made });
};

/** 409 where another version was stored since this one was read. */
async function store(
  { towns }: Teaching,
  { at, user }: ConsoleCall,
  town: Town,
  from: number,
): Promise<number> {
  const made = { who: user.id, name: user.name, how: 'learnt' as const, parts: ['examples'] };
  try {
    return (await towns.importTown(town, { at, from, made })).version;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'TownChanged') throw new Problem('town-changed');
    throw error;
  }
}
