import { isDeepStrictEqual } from 'node:util';
import type { DeployedStack, Templates } from '../../adapters/deployed-stacks.js';
import { OF_CLOUDFRONT } from '../../infra/settings.js';
import { asAnswered } from '../templates/planned-changes.js';
import type { Deploying } from './deploy-call.js';
import type { MadeStack } from './made-stacks.js';

/** One stack beside what is there of it; templates of both as CloudFormation answers them. */
export interface Planned extends MadeStack {
  readonly region: string;
  readonly before: DeployedStack | undefined;
  readonly was: Templates;
  readonly differs: boolean;
}

/** What a stack is that CloudFormation took back before it was ever there: the CDK deletes it first. */
export const NEVER_THERE: ReadonlySet<string> = new Set(['ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS']);

/** What was made beside what is there. */
export async function plannedStacks({ call, settings, names, place }: Deploying): Promise<Planned[]> {
  const planned: Planned[] = [];
  const made = place.made(names.stage).filter(({ stack }) => !call['app-alone'] || stack === names('app'));
  for (const one of made) {
    const region = one.stack === names('firewall') ? OF_CLOUDFRONT : settings.region;
    const deployed = place.deployed(region);
    const found = await deployed.find(one.stack);
    const before = found && !NEVER_THERE.has(found.status) ? found : undefined;
    const was = asAnswered(before ? await deployed.templates(one.stack) : new Map());
    const templates = asAnswered(one.templates);
    const differs = before === undefined || !isDeepStrictEqual(was, templates);
    planned.push({ ...one, templates, region, before, was, differs });
  }
  return planned;
}
