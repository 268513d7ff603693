import { AssemblyError } from '../assembly/assembly-error.js';
import type { AccessRequest } from '../iam/decide.js';
import type { Identities } from '../iam/identities.js';
import type { AsyncInvocations } from '../lambda/async-invocations.js';
import type { Queues } from '../messaging/queues.js';
import { isJsonObject, parseJson, writeJson } from '../states-language/json.js';
import type { StepFunctions } from '../step-functions/ports.js';
import { qualifiedAccess } from '../step-functions/qualified-access.js';

export interface TargetServices {
  readonly identities: Identities;
  readonly invocations: AsyncInvocations;
  readonly queues: Queues;
  readonly stepFunctions: StepFunctions;
}

/** Hands `input` (JSON text) to a schedule's target. */
export type Deliver = (input: string) => Promise<void>;

/** How a target is reached, by the service in its ARN, and what the schedule's role must be allowed to do. */
export function scheduleTarget(
  arn: string,
  services: TargetServices,
): { readonly request: AccessRequest; readonly deliver: Deliver } {
  switch (arn.split(':')[2]) {
    case 'lambda':
      return {
        request: { action: 'lambda:InvokeFunction', resource: arn },
        deliver: (event) => services.invocations.accept({ functionArn: arn, event }),
      };
    case 'states':
      return {
        request: { action: 'states:StartExecution', ...qualifiedAccess(arn) },
        deliver: async (input) => {
          const given = parseJson(input);
          const text = isJsonObject(given) ? input : writeJson({ input: given });
          await services.stepFunctions.handle('StartExecution', { stateMachineArn: arn, input: text });
        },
      };
    case 'sqs':
      return {
        request: { action: 'sqs:SendMessage', resource: arn },
        deliver: async (body) => {
          await services.queues.get(arn).send([{ body }]);
        },
      };
    default:
      throw new AssemblyError(
        `the schedule target ${arn} is not supported (functions, state machines and queues are)`,
      );
  }
}
