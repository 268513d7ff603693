import type { JsonObject } from '../../assembly/json.js';
import type { Caller, Identities } from '../../iam/identities.js';
import { executionOfToken } from '../../step-functions/chance.js';
import { unlabelled } from '../../step-functions/names.js';
import type { StepFunctions } from '../../step-functions/ports.js';
import { qualifiedAccess, routedVersion, type StatesAccess } from '../../step-functions/qualified-access.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { Performed, WireService } from '../wire.js';

export interface StatesWireOptions {
  readonly stepFunctions: StepFunctions;
  readonly identities: Identities;
}

/** `arn:...:execution:MACHINE:NAME` belongs to `arn:...:stateMachine:MACHINE`. */
const machineOf = (executionArn: string) =>
  unlabelled(executionArn.replace(':execution:', ':stateMachine:').split(':').slice(0, 7).join(':'));

/** The ARN that the caller's permission must cover: for a task's answer, the machine that waits for it. */
function accessOf(input: JsonObject): StatesAccess {
  const { taskToken, executionArn, stateMachineArn, resourceArn, mapRunArn } = input;
  const { stateMachineVersionArn, stateMachineAliasArn, routingConfiguration } = input;
  const waiting = typeof taskToken === 'string' ? executionOfToken(taskToken) : undefined;
  if (waiting !== undefined) return qualifiedAccess(machineOf(waiting));
  const named = executionArn ?? stateMachineArn ?? resourceArn ?? mapRunArn;
  return qualifiedAccess(
    named ??
      stateMachineVersionArn ??
      stateMachineAliasArn ??
      routedVersion(routingConfiguration, 'stateMachineVersionArn'),
  );
}

/** Step Functions: permissions here, everything else in the service. */
export function statesWire({ stepFunctions, identities }: StatesWireOptions): WireService {
  async function perform(operation: string, input: JsonObject, caller: Caller): Promise<Performed> {
    const access = accessOf(input);
    identities.authorize(caller, { action: `states:${operation}`, ...access });
    if (input['publish'] === true)
      identities.authorize(caller, { action: 'states:PublishStateMachineVersion', ...access });
    if (operation === 'TestState' && input['revealSecrets'] === true)
      identities.authorize(caller, { action: 'states:RevealSecrets', resource: '*' });
    return { status: 200, output: (await stepFunctions.handle(operation, input)) as JsonObject };
  }
  return {
    name: 'states',
    perform,
    handle: async ({ operation, body, caller }) =>
      jsonAnswer((await perform(operation, readJsonInput(body), caller)).output),
    fail: (error) => jsonFailure(error),
  };
}
