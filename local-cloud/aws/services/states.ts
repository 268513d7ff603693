import type { JsonObject } from '../../assembly/json.js';
import type { Caller, Identities } from '../../iam/identities.js';
import { executionOfToken } from '../../step-functions/chance.js';
import { splitTestCase } from '../../step-functions/mocks/mocks-of-start.js';
import type { StepFunctions } from '../../step-functions/ports.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { Performed, WireService } from '../wire.js';

export interface StatesWireOptions {
  readonly stepFunctions: StepFunctions;
  readonly identities: Identities;
}

/** `arn:...:execution:MACHINE:NAME` belongs to `arn:...:stateMachine:MACHINE`. */
const machineOf = (executionArn: string) =>
  executionArn.replace(':execution:', ':stateMachine:').split(':').slice(0, 7).join(':');

/** The ARN that the caller's permission must cover: for a task's answer, the machine that waits for it. */
function resourceOf(input: JsonObject): string {
  const { taskToken, executionArn, stateMachineArn, resourceArn, mapRunArn } = input;
  const waiting = typeof taskToken === 'string' ? executionOfToken(taskToken) : undefined;
  if (waiting !== undefined) return machineOf(waiting);
  const named = executionArn ?? stateMachineArn ?? resourceArn ?? mapRunArn;
  // The test case of a mocked start is no part of the resource.
  return typeof named === 'string' ? splitTestCase(named).machineArn : '*';
}

/** Step Functions: permissions here, everything else in the service. */
export function statesWire({ stepFunctions, identities }: StatesWireOptions): WireService {
  async function perform(operation: string, input: JsonObject, caller: Caller): Promise<Performed> {
    identities.authorize(caller, { action: `states:${operation}`, resource: resourceOf(input) });
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
