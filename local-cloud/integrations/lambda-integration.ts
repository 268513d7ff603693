import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import type { Identities } from '../iam/identities.js';
import type { AsyncInvocations } from '../lambda/async-invocations.js';
import { qualified } from '../lambda/function-reference.js';
import type { Invocation, LambdaService } from '../lambda/lambda-service.js';
import { IntegrationError } from '../step-functions/ports.js';
import { isJsonObject, parseJson, present, writeJson, type JsonObject } from '../states-language/json.js';
import { sdkMetadata } from '../step-functions/sdk-metadata.js';
import { isSdk, type IntegratedService } from './integrate.js';

const argumentsSchema = z.object({
  FunctionName: z.string(),
  Qualifier: z.string().optional(),
  Payload: z.unknown().optional(),
  InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
});

/** A failed function's own error name, with its whole error as cause; what has no name is `Lambda.Unknown`. */
function functionErrorOf(payload: string): IntegrationError {
  const error = parseJson(payload);
  const name =
    isJsonObject(error) && typeof error['errorType'] === 'string' ? error['errorType'] : 'Lambda.Unknown';
  return new IntegrationError(name, payload);
}

/** The answer of the optimised integration: a function that failed is an error of the task. */
function envelope({ payload, requestId, functionError, executedVersion }: Invocation): JsonObject {
  if (functionError !== undefined) throw functionErrorOf(payload);
  return {
    ExecutedVersion: executedVersion,
    Payload: parseJson(payload),
    ...sdkMetadata(requestId),
    StatusCode: 200,
  };
}

/** The answer as the SDK has it: the payload a text, a function that failed told beside it. */
function sdkAnswer({ payload, functionError, executedVersion }: Invocation): JsonObject {
  return present({
    ExecutedVersion: executedVersion,
    FunctionError: functionError,
    Payload: payload,
    StatusCode: 200,
  });
}

function readArguments(input: unknown) {
  const parsed = argumentsSchema.safeParse(input);
  if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}

export interface LambdaIntegrationOptions {
  readonly lambda: LambdaService;
  readonly invocations: AsyncInvocations;
  readonly identities: Identities;
}

/** `arn:aws:states:::lambda:invoke`, with the answer in its envelope. */
export function lambdaIntegration({
  lambda,
  invocations,
  identities,
}: LambdaIntegrationOptions): IntegratedService {
  return {
    errors: { prefix: 'Lambda', service: 'AWSLambda', base: 'AWSLambdaException' },
    sdkPrefix: 'Lambda',
    actions: {
      invoke: async (call, caller) => {
        const { FunctionName, Qualifier, Payload, InvocationType } = readArguments(call.arguments);
        const { arn } = lambda.find(qualified(FunctionName, Qualifier));
        identities.authorize(caller, { action: 'lambda:InvokeFunction', resource: arn });
        // The SDK's payload is bytes, so that a text is taken as it is; the optimised one's is any JSON.
        const isText = isSdk(call) && typeof Payload === 'string';
        const event = isText ? Payload : writeJson(Payload ?? {});
        if (InvocationType !== 'RequestResponse') {
          if (InvocationType === 'Event') await invocations.accept({ functionArn: arn, event });
          return { StatusCode: InvocationType === 'Event' ? 202 : 204, Payload: '' };
        }
        const result = await lambda.precedence.rest(() => lambda.invoke(arn, event, call.executionArn));
        return isSdk(call) ? sdkAnswer(result) : envelope(result);
      },
    },
  };
}
