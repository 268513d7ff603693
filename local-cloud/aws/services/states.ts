import type { JsonObject } from '../../assembly/json.js';
import type { Identities } from '../../iam/identities.js';
import { executionOfToken } from '../../step-functions/chance.js';
import { splitTestCase } from '../../step-functions/mocks/mocks-of-start.js';
import type { StepFunctions } from '../../step-functions/ports.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { WireService } from '../wire.js';

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
  return {
    name: 'states',
    handle: async ({ operation, body, caller }) => {
      const input = readJsonInput(body);
      identities.authorize(caller, { action: `states:${operation}`, resource: resourceOf(input) });
      return jsonAnswer(await stepFunctions.handle(operation, input));
    },
    fail: (error) => jsonFailure(error),
  };
}
