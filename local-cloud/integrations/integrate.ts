import { AwsError } from '../errors/aws-error.js';
import type { Faults } from '../faults/faults.js';
import type { Caller, Identities } from '../iam/identities.js';
import { eventsIntegration } from './events-integration.js';
import type { JsonObject } from '../states-language/json.js';
import { upperFirst } from '../step-functions/names.js';
import { IntegrationError, type Integrate, type IntegrationCall } from '../step-functions/ports.js';
import { sdkMetadata } from '../step-functions/sdk-metadata.js';
import { sdkErrorNames, taskError, type ErrorNames } from '../step-functions/task-error.js';

/** One call that a state machine may make; its permissions are those of `caller`. */
export type Integration = (call: IntegrationCall, caller: Caller) => Promise<JsonObject>;

/** A service as tasks know it: the prefix of its errors and its calls by action. */
export interface IntegratedService {
  /** Of the optimised integration. */
  readonly errors: ErrorNames;
  /** The prefix of the errors of `aws-sdk:`. */
  readonly sdkPrefix: string;
  readonly actions: Readonly<Record<string, Integration>>;
}

export interface IntegrateOptions {
  readonly identities: Identities;
  readonly faults: Faults;
  /** By the part after `:states:::`, `aws-sdk:` removed. */
  readonly services: Readonly<Record<string, IntegratedService>>;
}

/** Whether a call goes through the SDK integration of its service, not through the optimised one. */
export const isSdk = ({ service }: IntegrationCall): boolean => service.startsWith('aws-sdk:');

function errorNames(call: IntegrationCall, { errors, sdkPrefix }: IntegratedService): ErrorNames {
  return isSdk(call) ? sdkErrorNames(sdkPrefix) : errors;
}

/** Nothing catches it: a machine that goes on without the call that it was to make proves nothing. */
function notHosted({ service, action }: IntegrationCall): IntegrationError {
  const resource = service === 'activity' ? action : `arn:aws:states:::${service}:${action}`;
  const cause = `The local cloud does not host ${resource}: mock it (SFN_MOCK_CONFIG, and an execution started on <machine arn>#<test case>)`;
  return new IntegrationError('States.Runtime', cause);
}

/** The Step Functions service's way to all other services, with the state machine role's permissions enforced. */
export function createIntegrate({ identities, faults, services: given }: IntegrateOptions): Integrate {
  const services: IntegrateOptions['services'] = {
    events: eventsIntegration,
    eventbridge: eventsIntegration,
    ...given,
  };
  return async (call) => {
    const name = call.service.replace(/^aws-sdk:/, '');
    const service = services[name];
    const action = service?.actions[call.action];
    if (service === undefined || action === undefined) {
      throw notHosted(call);
    }
    try {
      // Lambda strikes for itself, whoever invokes.
      if (name !== 'lambda') await faults.strikeCall(name, upperFirst(call.action), call.executionArn);
      const result = await action(call, identities.assume(call.roleArn, 'StepFunctions', call.executionArn));
      return isSdk(call) ? result : { ...sdkMetadata(), ...result };
    } catch (error) {
      if (error instanceof AwsError) throw taskError(error, errorNames(call, service));
      throw error;
    }
  };
}
