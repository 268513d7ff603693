import { isJsonObject, type Json } from '../assembly/json.js';
import type { Identities } from '../iam/identities.js';
import type { StepFunctions } from '../step-functions/ports.js';
import type { IntegratedService } from './integrate.js';

/** Calls that a state machine makes to Step Functions itself; waiting for a child is the interpreter's work. */
export function statesIntegration(
  stepFunctions: () => StepFunctions,
  identities: Identities,
): IntegratedService {
  const action =
    (operation: string): IntegratedService['actions'][string] =>
    (call, caller) => {
      const input: Json = JSON.parse(JSON.stringify(call.arguments)) as Json;
      const fields = isJsonObject(input) ? input : {};
      // Tasks write the API's members with capitals.
      const members = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
      );
      const named = members['stateMachineArn'] ?? members['executionArn'];
      const resource = typeof named === 'string' ? named : '*';
      identities.authorize(caller, { action: `states:${operation}`, resource });
      return stepFunctions().handle(operation, members);
    };
  return {
    errorPrefix: 'StepFunctions',
    actions: {
      startExecution: action('StartExecution'),
      describeExecution: action('DescribeExecution'),
      stopExecution: action('StopExecution'),
    },
  };
}
