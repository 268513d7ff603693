/** Grants that no call to this host asks for, by the reason why they are there all the same. */
const ASKED_BY_AWS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/: logs:/, 'Lambda and Step Functions write the logs themselves; the host keeps its own'],
  [/: events:.*StepFunctionsGetEventsForStepFunctionsExecutionRule$/, 'Step Functions makes its own rule'],
  [/: states:(?:DescribeExecution|StopExecution) /, 'Step Functions looks at and stops nested executions'],
  [/: sqs:(?:ChangeMessageVisibility|GetQueueUrl) /, "part of the CDK's grant for an event source"],
];

/** Grants that only what no scenario can bring about at will asks for. */
const RARE: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /: lambda:InvokeFunction on (?!\w+Live$)\w+$/,
    'executions that began before there were aliases call functions by their own ARNs; the stories play those recorded of then',
  ],
  [
    /^RecordStepRole: dynamodb:GetItem on \w+ \*#request#\*$/,
    'executions that the release before began record an answer by themselves; the stories play those recorded of it',
  ],
  [
    /^AskPersonRole: dynamodb:Query on \w+ \*#request#\*$/,
    'an answer that broke off between its two writes is applied by the ask that is put again',
  ],
  [
    /^(?:HandOverPostsRole|StartRoundsRole|SweepRequestsRole|WatchExecutionsRole): dynamodb:GetItem on \w+ towns$/,
    'towns that an earlier version listed in one item are read there until one of them is imported again',
  ],
  [
    /^(?:ReceiveSmsRole|ServeAskRole|ServeVisitsRole): dynamodb:GetItem on \w+ towns$/,
    'a link of before there were several towns, or a number that no town says is its own, is of the first imported',
  ],
];

/** Why a grant that nothing here needs may stay; undefined when it must go. */
export const reasonToKeep = (grant: string): string | undefined =>
  [...ASKED_BY_AWS, ...RARE].find(([pattern]) => pattern.test(grant))?.[1];
