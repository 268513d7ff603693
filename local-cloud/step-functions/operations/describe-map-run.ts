import { present } from '../../states-language/json.js';
import { requiredArn } from '../request-members.js';
import { countsOf, currentMapRun } from './map-run-state.js';
import { wireTime, type Operation } from './operation.js';

export const describeMapRun: Operation = async (input, { executions }) => {
  const { stored } = executions;
  const known = await stored.mapRuns.get(requiredArn(input, 'mapRunArn'));
  const run = currentMapRun(known, await stored.get(known.executionArn));
  const arns = await stored.mapRuns.childrenOf(run.arn);
  const children = await Promise.all(arns.map((arn) => stored.get(arn)));
  const items = run.sizes?.reduce((sum, size) => sum + size, 0) ?? run.children;
  return present({
    mapRunArn: run.arn,
    executionArn: run.executionArn,
    status: run.status,
    startDate: wireTime(run.startedAt),
    stopDate: run.stoppedAt === undefined ? undefined : wireTime(run.stoppedAt),
    maxConcurrency: run.maxConcurrency,
    toleratedFailureCount: run.toleratedFailureCount,
    toleratedFailurePercentage: run.toleratedFailurePercentage,
    itemCounts: countsOf(run, children, (child) => child.mapRun?.items ?? 1, items),
    redriveCount: run.redrives?.count ?? 0,
    redriveDate: run.redrives === undefined ? undefined : wireTime(run.redrives.at),
    executionCounts: countsOf(run, children, () => 1),
  });
};
