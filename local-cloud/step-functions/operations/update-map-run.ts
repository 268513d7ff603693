import { AwsError } from '../../errors/aws-error.js';
import { present } from '../../states-language/json.js';
import { optionalNumber, optionalWhole, requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

const MOST = 1_000_000_000;
/** How many executions of a run may be under way, whatever is asked for (service quotas). */
const MOST_AT_ONCE = 10_000;

/** Takes effect with the next execution that is started or fails. A run that has ended stays as it was. */
export const updateMapRun: Operation = async (input, { executions }) => {
  const arn = requiredArn(input, 'mapRunArn');
  const maxConcurrency = optionalWhole(input, 'maxConcurrency', 0, MOST);
  const count = optionalWhole(input, 'toleratedFailureCount', 0, MOST);
  const percentage = optionalNumber(input, 'toleratedFailurePercentage', 0, 100);
  if ([maxConcurrency, count, percentage].every((given) => given === undefined))
    throw new AwsError('ValidationException', 'At least one limit of the Map Run must be specified');
  const { stored } = executions;
  const run = await stored.mapRuns.get(arn);
  const limits = {
    maxConcurrency: maxConcurrency ?? run.maxConcurrency,
    toleratedFailureCount: count ?? run.toleratedFailureCount,
    toleratedFailurePercentage: percentage ?? run.toleratedFailurePercentage,
  };
  const items = run.sizes?.reduce((sum, size) => sum + size, 0) ?? run.children;
  const byPercentage = Math.floor((limits.toleratedFailurePercentage * items) / 100);
  const tolerated =
    count === undefined && percentage === undefined
      ? undefined
      : strictest(limits.toleratedFailureCount, byPercentage);
  const concurrency =
    maxConcurrency === undefined ? undefined : Math.min(maxConcurrency || MOST_AT_ONCE, MOST_AT_ONCE);
  await executions.send(run.executionArn, () => ({
    kind: 'map-run',
    arn,
    ...present({ concurrency, tolerated }),
  }));
  await stored.mapRuns.save({ ...(await stored.mapRuns.get(arn)), ...limits });
  return {};
};

/** 0 is as if it had not been given, as long as the other one is. */
const strictest = (count: number, byPercentage: number): number =>
  count > 0 && byPercentage > 0 ? Math.min(count, byPercentage) : Math.max(count, byPercentage);
