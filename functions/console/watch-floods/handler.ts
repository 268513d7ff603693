import type { Services } from '../../../adapters/services.js';
import { readOriginCode } from '../../../domain/flood/origin.js';
import { audit } from '../audit.js';
import { type ConsoleCall, consoleHandler } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type { FloodAnswer, FloodDecided, FloodsAnswer } from '../../../contracts/console-floods.js';
import { decideFlood, type FloodDecision } from '../../use-cases/decide-flood.js';
import { floodRow, reportRow } from './flood-view.js';
import { FLOOD_ROUTES } from './routes.js';

type Effects = Pick<Services, 'towns' | 'floods' | 'requests' | 'workflow' | 'audits'>;

/** What is held together and looked at as one: dangers of one origin, texts beyond a cap, replies to machines. */
export const createWatchFloods = (services: Effects) =>
  consoleHandler('watch-floods', FLOOD_ROUTES, {
    'GET /admin/floods': (call) => listFloods(services, call),
    'GET /admin/floods/{origin}': (call) => showFlood(services, call),
    'POST /admin/floods/{origin}/hold': (call) => decide(services, call, 'hold'),
    'POST /admin/floods/{origin}/release': (call) => decide(services, call, 'release'),
  });

async function listFloods({ towns, floods }: Effects, { user, language }: ConsoleCall) {
  const [{ town }, found] = await Promise.all([towns.load(user.town), floods.list(user.town)]);
  const answer: FloodsAnswer = { items: found.map((flood) => floodRow(town, flood, language)) };
  return json(200, answer);
}

const originIn = ({ event }: ConsoleCall): string => {
  const origin = readOriginCode(event.pathParameters?.['origin'] ?? '');
  if (origin === undefined) throw new Problem('not-found');
  return origin;
};

/** The latest report of each place with its words, so that a person can judge. */
async function showFlood(services: Effects, call: ConsoleCall) {
  const { user, language } = call;
  const origin = originIn(call);
  await audit(services, call, { action: 'flood.read', subject: origin });
  const { town } = await services.towns.load(user.town);
  const places = await services.floods.places(user.town, origin);
  if (places.length === 0) throw new Problem('not-found');
  const answer: FloodAnswer = {
    origin,
    places: places.map((place) => reportRow(town, place, language)),
  };
  return json(200, answer);
}

async function decide(services: Effects, call: ConsoleCall, decision: FloodDecision) {
  const origin = originIn(call);
  const action = decision === 'hold' ? 'flood.held' : 'flood.released';
  await audit(services, call, { action, subject: origin });
  const current = await services.towns.load(call.user.town);
  const called = await decideFlood(services, current, { origin, decision, at: call.at });
  if (!called) throw new Problem('not-found');
  const answer: FloodDecided = {
    origin,
    state: decision === 'hold' ? 'held' : 'released',
    requests: called.map(({ id }) => id),
  };
  return json(200, answer);
}
