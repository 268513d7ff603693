import { AwsError } from '../../errors/aws-error.js';
import type { StepFunctionsOptions } from '../ports.js';
import { readMocks } from './mock-file.js';
import type { Mocks } from './mocks.js';

/** `<machine arn>#<test case>` in its parts; without `#` there is no case. */
export function splitTestCase(arn: string): { readonly machineArn: string; readonly testCase?: string } {
  const at = arn.indexOf('#');
  return at < 0 ? { machineArn: arn } : { machineArn: arn.slice(0, at), testCase: arn.slice(at + 1) };
}

/**
 * The answers for the tasks of an execution that is started on a test case. The file is read at each start, so that a
 * tester may change it meanwhile; the mocks that were read stay with the execution.
 */
export async function mocksOfStart(
  machine: string,
  testCase: string,
  { mockConfig }: Pick<StepFunctionsOptions, 'mockConfig'>,
): Promise<Mocks> {
  const path = mockConfig ?? process.env.SFN_MOCK_CONFIG;
  if (path !== undefined && path !== '') return readMocks(path, machine, testCase);
  const what = `The test case '${testCase}' needs a mock configuration file: set SFN_MOCK_CONFIG to its path`;
  throw new AwsError('InvalidArn', `Invalid Arn: '${what}'`);
}
