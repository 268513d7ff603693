import type { AnyNext } from '../domain/request/play.js';
import { takeInRequest } from '../../functions/use-cases/take-in-request.js';
import { type FunctionWorld, RESIDENT } from './function-world.js';

/** Takes in a request of this category from the sample resident and answers its number. */
export async function takeIn(
  world: FunctionWorld,
  category = 'street-light',
  person: { phone: string; filedBy?: { phone: string } } = { phone: RESIDENT },
): Promise<string> {
  const current = await world.services.towns.load(world.town.settings.id);
  const { id } = await takeInRequest(world.services, current, {
    submission: `${category} ${world.started.length}`,
    at: world.at,
    channel: 'web',
    language: 'en',
    village: 'east-village',
    group: 1,
    category,
    person: { description: 'the lamp at Sample Lane is dark', ...person },
  });
  return id;
}

/** A request whose A post has been asked to accept it. */
export async function asked(world: FunctionWorld, category = 'street-light') {
  const id = await takeIn(world, category);
  const next = await world.assign(id);
  const n = next.ask?.n ?? 0;
  return { id, n, token: await world.ask(id, n) };
}

/** A request that its grid has accepted and whose programme asks who is wanted first. */
export async function atStage(
  world: FunctionWorld,
  category: string,
): Promise<{ id: string; next: AnyNext }> {
  const { id, n } = await asked(world, category);
  await world.deliver({ from: world.phoneOf('a1'), body: '1' });
  await world.record(id, { action: 'answered', ask: n });
  return { id, next: await world.record(id, { action: 'stage', round: 1 }) };
}

/** Two departments asked side by side for the surgery programme. */
export async function atApprovals(world: FunctionWorld): Promise<{ id: string; tokens: string[] }> {
  const { id, next } = await atStage(world, 'surgery');
  const [apply] = next.steps ?? [];
  await world.ask(id, apply?.n);
  await world.deliver({ from: world.phoneOf('a1'), body: '1' });
  await world.record(id, { action: 'answered', ask: apply?.n });
  const { steps = [] } = await world.record(id, { action: 'stage', round: 1 });
  const tokens = [];
  for (const step of steps) tokens.push(await world.ask(id, step.n));
  return { id, tokens };
}
