import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AwsError } from '../../errors/aws-error.js';
import { parseJson, type Json } from '../../states-language/json.js';
import type { MockedResponse, MockedState, Mocks } from './mocks.js';

const json = z.custom<Json>((value) => value !== undefined);
const responseSchema = z.union(
  [
    z.strictObject({ Return: json }),
    z.strictObject({ Throw: z.strictObject({ Error: z.string(), Cause: z.string() }) }),
  ],
  { error: "a response is either {'Return': ...} or {'Throw': {'Error': text, 'Cause': text}}" },
);
const invocations = z.string().regex(/^\d+(-\d+)?$/, "invocations are named '0' or '1-2'");

/** The file of AWS's Step Functions Local: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html */
const fileSchema = z.object({
  StateMachines: z.record(
    z.string(),
    z.object({ TestCases: z.record(z.string(), z.record(z.string(), z.string())) }),
  ),
  MockedResponses: z.record(z.string(), z.record(invocations, responseSchema)),
});
type MockFile = z.infer<typeof fileSchema>;

function broken(path: string, problem: string): AwsError {
  return new AwsError('ValidationException', `The mock configuration file '${path}' ${problem}`);
}

async function readMockFile(path: string): Promise<MockFile> {
  let content: unknown;
  try {
    content = parseJson(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw broken(path, `can not be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw broken(path, `is not valid: ${issue?.message ?? ''} at ${issue?.path.join('.') ?? ''}`);
}

function responseAt(key: string, given: z.infer<typeof responseSchema>): MockedResponse {
  const [from = 0, to = from] = key.split('-').map(Number);
  return 'Return' in given
    ? { from, to, kind: 'return', result: given.Return }
    : { from, to, kind: 'throw', error: given.Throw.Error, cause: given.Throw.Cause };
}

/** The responses by name; they begin with invocation 0 and leave none out, as AWS asks for. */
function mockedState(file: MockFile, name: string, path: string): MockedState {
  const given = file.MockedResponses[name];
  if (given === undefined) throw broken(path, `has no MockedResponses.${name}`);
  const responses = Object.entries(given)
    .map(([key, response]) => responseAt(key, response))
    .toSorted((a, b) => a.from - b.from);
  let next = 0;
  for (const { from, to } of responses) {
    if (from !== next || to < from) {
      throw broken(path, `must number the responses of MockedResponses.${name} one after the other from 0`);
    }
    next = to + 1;
  }
  return { name, responses };
}

/**
 * The mocks of one test case of a machine. Rejects with InvalidArn when the file has no such case, and with
 * ValidationException, which names the file and the place, when it is broken.
 */
export async function readMocks(path: string, machine: string, testCase: string): Promise<Mocks> {
  const file = await readMockFile(path);
  const states = file.StateMachines[machine]?.TestCases[testCase];
  if (states === undefined) {
    const what = `no test case '${testCase}' for the state machine '${machine}'`;
    throw new AwsError('InvalidArn', `Invalid Arn: 'The mock configuration file '${path}' has ${what}'`);
  }
  return Object.fromEntries(
    Object.entries(states).map(([state, name]) => [state, mockedState(file, name, path)]),
  );
}
