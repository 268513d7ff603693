import type { JsonObject } from '../../assembly/json.js';
import type { AccessRequest } from '../../iam/decide.js';
import type { Identities } from '../../iam/identities.js';
import type { StepFunctions } from '../../step-functions/ports.js';
import { AwsError } from '../aws-error.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { WireService } from '../wire.js';

export interface StatesWireOptions {
  readonly stepFunctions: StepFunctions;
  readonly identities: Identities;
  readonly stateMachineArns: () => readonly string[];
}

/**
 * The ARNs of which one must be allowed. A task token does not tell its machine to the caller, so an answer to a
 * task is allowed to whoever may answer tasks of any machine of the assembly.
 */
function resources(operation: string, input: JsonObject, machines: readonly string[]): readonly string[] {
  if (operation.startsWith('SendTask')) return machines;
  const { executionArn, stateMachineArn, mapRunArn } = input;
  const named = executionArn ?? stateMachineArn ?? mapRunArn;
  return [typeof named === 'string' ? named : '*'];
}

/** Step Functions: permissions here, everything else in the service. */
export function statesWire({ stepFunctions, identities, stateMachineArns }: StatesWireOptions): WireService {
  return {
    name: 'states',
    handle: async ({ operation, body, caller }) => {
      const input = readJsonInput(body);
      const requests = resources(operation, input, stateMachineArns()).map((resource): AccessRequest => ({
        action: `states:${operation}`,
        resource,
      }));
      const [first] = requests;
      if (first !== undefined && !requests.some((request) => identities.isAllowed(caller, request))) {
        identities.authorize(caller, first);
      }
      return jsonAnswer(await stepFunctions.handle(operation, input));
    },
    fail: (error: AwsError) => jsonFailure(error),
  };
}
