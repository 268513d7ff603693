import type { Identities } from '../../iam/identities.js';
import type { AsyncInvocations } from '../../lambda/async-invocations.js';
import type { LambdaService } from '../../lambda/lambda-service.js';
import { AwsError } from '../aws-error.js';
import type { WireAnswer, WireRequest, WireService } from '../wire.js';

export interface LambdaWireOptions {
  readonly lambda: LambdaService;
  readonly invocations: AsyncInvocations;
  readonly identities: Identities;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;
const FUNCTIONS = /^\/2015-03-31\/functions\/?$/;

async function invoke(
  request: WireRequest,
  reference: string,
  options: LambdaWireOptions,
): Promise<WireAnswer> {
  const { lambda, invocations, identities } = options;
  const { arn, name } = lambda.find(reference);
  identities.authorize(request.caller, { action: 'lambda:InvokeFunction', resource: arn });
  const event = request.body === '' ? '{}' : request.body;
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'Event':
      await invocations.accept({ functionArn: arn, event });
      return { status: 202, headers: JSON_TYPE, body: '' };
    case 'DryRun':
      return { status: 204, headers: JSON_TYPE, body: '' };
    case 'RequestResponse': {
      const execution = request.caller.kind === 'role' ? request.caller.attribution() : undefined;
      const { functionError, payload } = await lambda.invoke(arn, event, execution);
      const failed: Record<string, string> =
        functionError === undefined ? {} : { 'x-amz-function-error': functionError };
      return {
        status: 200,
        headers: { ...JSON_TYPE, 'x-amz-executed-version': '$LATEST', ...failed },
        body: payload,
      };
    }
    default:
      throw new AwsError('InvalidParameterValueException', `The invocation type for ${name} is not known`);
  }
}

function list({ lambda, identities }: LambdaWireOptions, { caller }: WireRequest): WireAnswer {
  identities.authorize(caller, { action: 'lambda:ListFunctions', resource: '*' });
  const functions = lambda.functions().map((config) => ({
    FunctionName: config.name,
    FunctionArn: config.arn,
    Role: config.roleArn,
    Handler: config.handler,
    Timeout: config.timeoutSeconds,
    MemorySize: config.memoryMegabytes,
  }));
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ Functions: functions }) };
}

/** Lambda's REST API: Invoke and ListFunctions. */
export function lambdaWire(options: LambdaWireOptions): WireService {
  return {
    name: 'lambda',
    handle: async (request) => {
      const [, reference] = INVOKE.exec(request.path) ?? [];
      if (request.method === 'POST' && reference !== undefined)
        return invoke(request, decodeURIComponent(reference), options);
      if (request.method === 'GET' && FUNCTIONS.test(request.path)) return list(options, request);
      throw new AwsError(
        'UnknownOperationException',
        `The local cloud does not support lambda ${request.method} ${request.path}`,
        404,
      );
    },
    fail: (error) => ({
      status: error.code === 'AccessDeniedException' ? 403 : error.status,
      headers: { ...JSON_TYPE, 'x-amzn-errortype': error.code },
      body: JSON.stringify({ Type: 'User', message: error.message, Message: error.message }),
    }),
  };
}
