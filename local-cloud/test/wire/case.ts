import type { Expected } from './expected.js';

/** What a call must come to, and the values of its answer (by path, `Messages.0.Body`) that later cases need. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly answer: Expected;
      readonly keep: Readonly<Record<string, string>>;
      /** What the call writes into `$out`, the file that `lambda invoke` wants. */
      readonly written?: Expected;
    }
  | { readonly kind: 'refusal'; readonly code: string; readonly says: RegExp };

/**
 * One call: the arguments of `aws`, as a shell takes them (single quotes keep spaces). `$name` stands for a value of the
 * sample, or for one that a case before has kept; it may hold anything.
 */
export interface Case {
  readonly command: string;
  readonly outcome: Outcome;
}

/** Cases that build on each other, in order. Chains know nothing of each other. */
export type Chain = readonly Case[];

/** The call answers like this; without an expectation, it answers nothing at all. */
export const answers = (
  command: string,
  answer: Expected = {},
  keep: Readonly<Record<string, string>> = {},
): Case => ({ command, outcome: { kind: 'answer', answer, keep } });

/** A function answers: the call's own answer, and what stands in the file. */
export const returns = (command: string, answer: Expected, written: Expected): Case => ({
  command,
  outcome: { kind: 'answer', answer, keep: {}, written },
});

/** The call is refused by this error of AWS. */
export const refused = (command: string, code: string, says: RegExp = /./): Case => ({
  command,
  outcome: { kind: 'refusal', code, says },
});

const SERVICES: Readonly<Record<string, string>> = {
  stepfunctions: 'Step Functions',
  dynamodb: 'DynamoDB',
  sqs: 'SQS',
  sns: 'SNS',
  lambda: 'Lambda',
  sts: 'STS',
  s3api: 'S3',
};

/** `stepfunctions start-execution ...` is StartExecution of Step Functions. */
export function callOf({ command }: Case): { readonly service: string; readonly call: string } {
  const [service = '', operation = ''] = command.split(' ');
  const call = operation.replaceAll(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());
  return { service: SERVICES[service] ?? service, call };
}
