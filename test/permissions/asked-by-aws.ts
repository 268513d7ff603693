/** Grants that no call to this host asks for, by the reason why they are there all the same. */
const ASKED_BY_AWS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/: logs:/, 'Lambda and Step Functions write the logs themselves; the host keeps its own'],
  [/: events:.*StepFunctionsGetEventsForStepFunctionsExecutionRule$/, 'Step Functions makes its own rule'],
  [/: states:(?:DescribeExecution|StopExecution) /, 'Step Functions looks at and stops nested executions'],
  [/: sqs:(?:ChangeMessageVisibility|GetQueueUrl) /, "part of the CDK's grant for an event source"],
  [
    /: lambda:InvokeFunction on \w+, ?\w+:\*$|: lambda:InvokeFunction on \w+:\*$/,
    "the CDK's grant of all versions",
  ],
];

/**
 * Executions that the release before began record an answer by themselves, and read it where it lies; those recorded of it are played by the
 * stories, and none of them begins here.
 */
const BEGUN_BEFORE = /^RecordStepRole: dynamodb:GetItem on RequestRecordsTable \*#request#\*$/;

/** Why a grant that nothing here needs may stay; undefined when it must go. */
export const reasonToKeep = (grant: string): string | undefined =>
  BEGUN_BEFORE.test(grant)
    ? 'executions that the release before began'
    : ASKED_BY_AWS.find(([pattern]) => pattern.test(grant))?.[1];
