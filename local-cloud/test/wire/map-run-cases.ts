import { answers, refused, type Chain } from './case.js';
import { absent, moment, someText } from './expected.js';

/** A Distributed Map: its runs, the executions it started, its limits. */
export const MAP_RUNS: Chain = [
  answers(
    'stepfunctions create-state-machine --name each --definition $distributed --role-arn $role',
    {},
    { each: 'stateMachineArn' },
  ),
  answers(
    'stepfunctions start-execution --state-machine-arn $each --input [1,2]',
    {},
    { eachRun: 'executionArn' },
  ),
  answers(
    'stepfunctions list-map-runs --execution-arn $eachRun',
    {
      mapRuns: [
        {
          mapRunArn: /:mapRun:each\/each:/,
          stateMachineArn: /:stateMachine:each\/each$/,
          startDate: moment,
          stopDate: absent,
        },
      ],
    },
    { mapRun: 'mapRuns.0.mapRunArn' },
  ),
  answers('stepfunctions describe-map-run --map-run-arn $mapRun', {
    status: 'RUNNING',
    maxConcurrency: 1,
    executionCounts: { total: 2, running: 1, pending: 1 },
    redriveCount: 0,
  }),
  answers(
    'stepfunctions list-executions --map-run-arn $mapRun',
    { executions: [{ status: 'RUNNING', mapRunArn: someText, itemCount: 1 }] },
    { child: 'executions.0.executionArn' },
  ),
  answers('stepfunctions describe-execution --execution-arn $child', { input: '1', mapRunArn: someText }),
  answers(
    'stepfunctions update-map-run --map-run-arn $mapRun --max-concurrency 2 --tolerated-failure-count 1',
  ),
  answers('stepfunctions describe-map-run --map-run-arn $mapRun', {
    maxConcurrency: 2,
    toleratedFailureCount: 1,
    executionCounts: { running: 2, pending: 0 },
  }),
  refused('stepfunctions update-map-run --map-run-arn $mapRun', 'ValidationException'),
  refused('stepfunctions describe-map-run --map-run-arn $arn:mapRun:each/each:none', 'ResourceNotFound'),
];
