import type { Faults } from '../faults/faults.js';
import type { Identities } from '../iam/identities.js';
import { upperFirst } from '../step-functions/names.js';
import { qualifiedAccess, routedVersion, type StatesAccess } from '../step-functions/qualified-access.js';
import type { IntegrationCall } from '../step-functions/ports.js';

/** The action and the resource of a call to Step Functions, in the capitals of task arguments. */
function accessOf(args: unknown): StatesAccess {
  const members: Readonly<Record<string, unknown>> = typeof args === 'object' ? { ...args } : {};
  const { StateMachineArn, ExecutionArn, StateMachineVersionArn, StateMachineAliasArn, MapRunArn } = members;
  const named =
    StateMachineArn ?? ExecutionArn ?? StateMachineVersionArn ?? StateMachineAliasArn ?? MapRunArn;
  return qualifiedAccess(named ?? routedVersion(members['RoutingConfiguration'], 'StateMachineVersionArn'));
}

/**
 * Step Functions makes the calls of a machine to Step Functions itself; whether the machine's role may make them is
 * decided here, and a fault that was asked for strikes. Rejects with AccessDeniedException, or with the fault's error.
 */
export const statesPermission =
  (identities: Identities, faults: Pick<Faults, 'strikeCall'>) =>
  async ({ action, arguments: args, roleArn, executionArn }: IntegrationCall): Promise<void> => {
    const caller = identities.assume(roleArn, 'StepFunctions', executionArn);
    const name = upperFirst(action);
    await faults.strikeCall('states', name, executionArn);
    identities.authorize(caller, { action: `states:${name}`, ...accessOf(args) });
  };
