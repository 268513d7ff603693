import type { Services } from '../../../adapters/services.js';
import { readOriginCode } from '../../../domain/flood/origin.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import { decideFlood, type FloodDecision } from '../../use-cases/decide-flood.js';
import { floodRow, reportRow } from './flood-view.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/** Everything held together and looked at as one: dangers of one origin, texts beyond a cap, replies to machines. */
export const createWatchFloods = (services: Effects) =>
  routeHandler('watch-floods', ROUTES, {
    floods: (call) => listFloods(services, call),
    flood: (call) => showFlood(services, call),
    hold: (call) => decide(services, call, 'hold'),
    release: (call) => decide(services, call, 'release'),
  });

async function listFloods({ towns, floods }: Effects, call: CallOf<typeof ROUTES.floods>) {
  const { user, language } = call;
  const [{ town }, found] = await Promise.all([towns.load(user.town), floods.list(user.town)]);
  return call.answer(200, { items: found.map((flood) => floodRow(town, flood, language)) });
}

const originIn = ({ params }: Pick<CallOf<typeof ROUTES.flood>, 'params'>): string => {
  const origin = readOriginCode(params.origin);
  if (origin === undefined) throw new Problem('not-found');
  return origin;
};

/** The latest report of each place with its words, so that a person can judge. */
async function showFlood(services: Effects, call: CallOf<typeof ROUTES.flood>) {
  const { user, language } = call;
  const origin = originIn(call);
  await audit(services, call, { action: 'flood.read', subject: origin });
  const { town } = await services.towns.load(user.town);
  const places = await services.floods.places(user.town, origin);
  if (places.length === 0) throw new Problem('not-found');
  return call.answer(200, {
    origin,
    places: places.map((place) => reportRow(town, place, user, language)),
  });
}

async function decide(services: Effects, call: CallOf<typeof ROUTES.hold>, decision: FloodDecision) {
  const origin = originIn(call);
  const action = decision === 'hold' ? 'flood.held' : 'flood.released';
  await audit(services, call, { action, subject: origin });
  const current = await services.towns.load(call.user.town);
  const called = await decideFlood(services, current, { origin, decision, at: call.at });
  if (!called) throw new Problem('not-found');
  return call.answer(200, {
    origin,
    state: decision === 'hold' ? 'held' : 'released',
    requests: called.map(({ id }) => id),
  });
}
