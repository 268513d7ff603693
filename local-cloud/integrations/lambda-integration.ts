import * as z from 'zod';
import { isJsonObject, parseJson } from '../assembly/json.js';
import { AwsError } from '../aws/aws-error.js';
import type { Identities } from '../iam/identities.js';
import type { AsyncInvocations } from '../lambda/async-invocations.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import { IntegrationError } from '../step-functions/ports.js';
import type { IntegratedService } from './integrate.js';

const argumentsSchema = z.object({
  FunctionName: z.string(),
  Payload: z.unknown(),
  InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).default('RequestResponse'),
});

/** A failed function's own error name, with its whole error as cause; what has no name is `Lambda.Unknown`. */
function functionError(payload: string): IntegrationError {
  const error = parseJson(payload);
  const name =
    isJsonObject(error) && typeof error['errorType'] === 'string' ? error['errorType'] : 'Lambda.Unknown';
  return new IntegrationError(name, payload);
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
        const { FunctionName, Payload, InvocationType } = readArguments(call.arguments);
        const { arn } = lambda.find(FunctionName);
        identities.authorize(caller, { action: 'lambda:InvokeFunction', resource: arn });
        const event = JSON.stringify(Payload ?? {});
        if (InvocationType !== 'RequestResponse') {
          if (InvocationType === 'Event') await invocations.accept({ functionArn: arn, event });
          return { StatusCode: InvocationType === 'Event' ? 202 : 204, Payload: '' };
        }
        const result = await lambda.invoke(arn, event, call.executionArn);
        if (result.functionError !== undefined) throw functionError(result.payload);
        return {
          ExecutedVersion: '$LATEST',
          Payload: parseJson(result.payload),
          SdkHttpMetadata: { HttpStatusCode: 200 },
          SdkResponseMetadata: { RequestId: result.requestId },
          StatusCode: 200,
        };
      },
    },
  };
}
