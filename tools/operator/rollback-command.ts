import { parseArgs } from 'node:util';
import { errorName } from '../../adapters/log.js';
import type { OperatorServices } from '../../adapters/operator-services.js';
import type { Versioned } from '../../adapters/published-versions.js';
import { languageOf } from '../language.js';
import { type Deployment, machinesOf, prefixOf } from './deployment.js';
import { newestDeployment, type Step, stepsBack, stepsForward } from './release-before.js';
import { ROLLBACK_WORDS } from './rollback-words.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';
import { timeOf } from './time-of.js';

type Words = (typeof ROLLBACK_WORDS)['en'];

const readCall = (args: string[]) =>
  parseArgs({
    args,
    options: {
      before: { type: 'string' },
      forward: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  }).values;

/** `npm run rollback`. Exit codes: 0 done, or there is nothing to do; 1 nothing was done yet, or not all; 2 called wrongly. */
export async function rollbackCommand(args: string[], said: Said): Promise<number> {
  const { before, forward, yes, help, ...place } = readCall(args);
  const words = ROLLBACK_WORDS[languageOf(place.lang)];
  if (help) return sayUsage(said, words.usage);
  const moment = before === undefined ? undefined : Date.parse(before);
  if (Number.isNaN(moment)) {
    said.err(words.badTime(before ?? ''));
    return 2;
  }
  const deployment = await openDeployment(place, said);
  const services = servicesOf(deployment);
  const all = await versionedOf(services, deployment);
  const steps = forward ? stepsForward(all) : await tellBack(services, all, moment, { words, said });
  if (steps.length === 0) {
    said.out(forward ? words.upToDate : words.nothing);
    return 0;
  }
  if (forward) for (const step of steps) said.out(words.step(shown(step)));
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  const failed = await take(services, forward ? steps : steps.toReversed(), { words, said });
  if (!forward) said.out(words.next);
  return failed > 0 ? 1 : 0;
}

/** All functions and machines of the deployment, with their versions. */
export function versionedOf(services: OperatorServices, deployment: Deployment): Promise<Versioned[]> {
  return services.published.all(prefixOf(deployment), [...machinesOf(deployment).values()]);
}

const shown = ({ of, from, to }: Step) => ({
  name: of.name,
  from: from.number,
  to: to.number,
  at: timeOf(to.at),
});

interface Saying {
  readonly words: Words;
  readonly said: Said;
}

/** Says what going back means, for what was stored and what runs since. */
async function tellBack(
  services: OperatorServices,
  all: readonly Versioned[],
  moment: number | undefined,
  { words, said }: Saying,
): Promise<readonly Step[]> {
  const since = moment ?? newestDeployment(all);
  if (since === undefined) return [];
  const { steps, withoutBefore } = stepsBack(all, since);
  if (steps.length === 0) return steps;
  said.out(words.since(timeOf(since)));
  for (const step of steps) said.out(words.step(shown(step)));
  for (const { name } of withoutBefore) said.out(words.withoutBefore(name));
  for (const { of, from } of steps) {
    const count = of.kind === 'machine' ? await services.published.running(of.arn, from.number) : 0;
    if (count > 0) said.out(words.running(of.name, count));
  }
  const towns = await storedSince(services, since);
  if (towns.length > 0) said.out(words.storedTowns(towns.join(', ')));
  said.out(words.meaning);
  return steps;
}

/** Towns whose data were stored since, perhaps in a shape that is unknown to what is gone back to. */
async function storedSince({ towns }: OperatorServices, since: number): Promise<string[]> {
  const known = await towns.all();
  const stored = await Promise.all(
    known.map(async ({ id }) => ({ id, at: (await towns.versions(id))[0]?.at ?? 0 })),
  );
  return stored.flatMap(({ id, at }) => (at >= since ? [id] : []));
}

/** Functions come first where it goes forward, for new definitions call them; back in the opposite order. One that fails keeps nothing else from it. */
async function take(
  { published }: OperatorServices,
  steps: readonly Step[],
  { words, said }: Saying,
): Promise<number> {
  let failed = 0;
  for (const [n, { of, to }] of steps.entries()) {
    await published.use(of, to.number).catch((error: unknown) => {
      failed += 1;
      said.err(words.failed(of.name, errorName(error)));
    });
    if ((n + 1) % 10 === 0) said.out(words.progress(n + 1, steps.length));
  }
  said.out(words.done(steps.length - failed, failed));
  return failed;
}
