import type { Templates } from '../../adapters/deployed-stacks.js';
import { alarmsOfRelease, WATCHED_AFTER } from '../../infra/monitoring/alarms-of-release.js';
import { isInChina } from '../../infra/settings.js';
import { plannedChanges } from '../templates/planned-changes.js';
import type { Deploying } from './deploy-call.js';
import type { Planned } from './planned-stacks.js';

/** The words of the CDK's command line by which one stack is deployed. */
export function cdkCall(deploying: Deploying, planned: Planned): readonly string[] {
  const { names } = deploying;
  const { id, stack, before, was, templates } = planned;
  const takesIn =
    stack === names('data') &&
    before !== undefined &&
    plannedChanges(was, templates).some(({ kind, does }) => kind === 'tables' && does === 'adds');
  return [
    'deploy',
    id,
    '--exclusively',
    // It was asked for here.
    '--require-approval=never',
    ...(takesIn ? ['--import-existing-resources'] : []),
    ...(stack === names('app') ? watch(deploying, planned) : []),
  ];
}

export const isWatched = (args: readonly string[]): boolean =>
  args.some((arg) => arg.startsWith('--monitoring-time'));

/**
 * Has CloudFormation watch some alarms, which were there before and stay: one that is not there fails the update. It remembers them for the next one, so
 * that none is said, too.
 */
function watch({ call, settings, names }: Deploying, { before, was, templates }: Planned): readonly string[] {
  const { region } = settings;
  const isIn = (all: Templates, alarm: string) =>
    [...all.values()].some((template) => JSON.stringify(template).includes(`"AlarmName":"${alarm}"`));
  const alarms = alarmsOfRelease(names)
    .filter((alarm) => isIn(was, alarm) && isIn(templates, alarm))
    .slice(0, WATCHED_AFTER.alarms);
  if (before === undefined || call['at-once'] || alarms.length === 0)
    return ['--rollback-trigger-alarm-arns=none'];
  const partition = isInChina(region) ? 'aws-cn' : 'aws';
  return [
    ...alarms.map(
      (alarm) =>
        `--rollback-trigger-alarm-arns=arn:${partition}:cloudwatch:${region}:${before.account}:alarm:${alarm}`,
    ),
    `--monitoring-time-minutes=${WATCHED_AFTER.minutes}`,
  ];
}
