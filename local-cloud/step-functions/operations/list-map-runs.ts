import { present } from '../../states-language/json.js';
import { pageSize, requiredArn } from '../request-members.js';
import { currentMapRun } from './map-run-state.js';
import { wireTime, type Operation } from './operation.js';
import { onePage } from './page.js';

/** Newest first. */
export const listMapRuns: Operation = async (input, { executions }) => {
  const execution = await executions.stored.get(requiredArn(input, 'executionArn'));
  const all = await executions.stored.mapRuns.of(execution.arn);
  const { items, next } = onePage(all, input, pageSize(input));
  return {
    mapRuns: items.map((run) => {
      const { arn, executionArn, machineArn, startedAt, stoppedAt } = currentMapRun(run, execution);
      return present({
        executionArn,
        mapRunArn: arn,
        stateMachineArn: machineArn,
        startDate: wireTime(startedAt),
        stopDate: stoppedAt === undefined ? undefined : wireTime(stoppedAt),
      });
    }),
    ...next,
  };
};
