import type { Identities } from '../iam/identities.js';
import { splitTestCase } from '../step-functions/mocks/mocks-of-start.js';
import type { IntegrationCall } from '../step-functions/ports.js';

/** What a call to Step Functions names, in the capitals of task arguments. */
function resourceOf(args: unknown): string {
  if (typeof args !== 'object' || args === null) return '*';
  const members: Readonly<Record<string, unknown>> = { ...args };
  const named = members['StateMachineArn'] ?? members['ExecutionArn'];
  return typeof named === 'string' ? splitTestCase(named).machineArn : '*';
}

/**
 * Step Functions makes the calls of a machine to Step Functions itself; whether the machine's role may make them is
 * decided here. Rejects with AccessDeniedException.
 */
export const statesPermission =
  (identities: Identities) =>
  async ({ action, arguments: args, roleArn, executionArn }: IntegrationCall): Promise<void> => {
    const caller = identities.assume(roleArn, 'StepFunctions', executionArn);
    const name = action.charAt(0).toUpperCase() + action.slice(1);
    identities.authorize(caller, { action: `states:${name}`, resource: resourceOf(args) });
  };
