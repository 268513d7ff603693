import type { JsonObject } from '../../assembly/json.js';
import type { Identities } from '../../iam/identities.js';
import { executionOfToken } from '../../step-functions/chance.js';
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
function resourceOf({ taskToken, executionArn, stateMachineArn, mapRunArn }: JsonObject): string {
  const waiting = typeof taskToken === 'string' ? executionOfToken(taskToken) : undefined;
  const named = waiting === undefined ? (executionArn ?? stateMachineArn ?? mapRunArn) : machineOf(waiting);
  return typeof named === 'string' ? named : '*';
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
