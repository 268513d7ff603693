import { statesWire } from '../aws/services/states.js';
import { Identities } from '../iam/identities.js';
import { policySchema } from '../iam/policy.js';

const ACCOUNT = '111111111111';
const MACHINE = `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:quick`;

/** A caller whose role has one statement, on the way to a Step Functions that does whatever it is asked. */
function calling(Action: string, Resource: string) {
  const identities = new Identities(ACCOUNT, 'aws');
  const arn = `arn:aws:iam::${ACCOUNT}:role/Caller`;
  const policy = policySchema.parse({ Statement: { Effect: 'Allow', Action, Resource } });
  const trust = policySchema.parse({ Statement: { Effect: 'Allow', Action: '*', Principal: '*' } });
  identities.addRole({ name: 'Caller', arn, policies: [policy], trust });
  const stepFunctions = {
    handle: () => Promise.resolve({}),
    resume: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const { perform } = statesWire({ stepFunctions, identities });
  return async (operation: string, input: Readonly<Record<string, string | boolean>>) =>
    perform?.(operation, input, identities.assume(arn, 'session'));
}

describe('Step Functions asks for the permission of each call', () => {
  test.each<[action: string, resource: string, operation: string, input: Record<string, string | boolean>]>([
    ['states:StartSyncExecution', MACHINE, 'StartSyncExecution', { stateMachineArn: MACHINE }],
    ['states:StartSyncExecution', MACHINE, 'StartSyncExecution', { stateMachineArn: `${MACHINE}#Case` }],
    ['states:TestState', '*', 'TestState', { definition: '{}' }],
    ['states:*', '*', 'TestState', { definition: '{}', revealSecrets: true }],
  ])('%s on %s allows %s', async (action, resource, operation, input) => {
    await expect(calling(action, resource)(operation, input)).resolves.toMatchObject({ status: 200 });
  });

  test.each<[action: string, resource: string, operation: string, input: Record<string, string | boolean>]>([
    ['states:StartExecution', MACHINE, 'StartSyncExecution', { stateMachineArn: MACHINE }],
    ['states:StartSyncExecution', `${MACHINE}er`, 'StartSyncExecution', { stateMachineArn: MACHINE }],
    ['states:StartSyncExecution', '*', 'TestState', { definition: '{}' }],
    ['states:TestState', '*', 'TestState', { definition: '{}', revealSecrets: true }],
  ])('%s on %s does not allow %s', async (action, resource, operation, input) => {
    await expect(calling(action, resource)(operation, input)).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: states:'),
    });
  });
});
