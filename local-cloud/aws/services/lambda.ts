import type { FunctionConfig } from '../../lambda/function-config.js';
import { parseJson } from '../../assembly/json.js';
import { AwsError } from '../../errors/aws-error.js';
import { qualified } from '../../lambda/function-reference.js';
import { pageOf } from '../page-of.js';
import type { WireAnswer, WireRequest, WireService } from '../wire.js';
import { JSON_TYPE, type LambdaRoute, type LambdaWireOptions } from './lambda/lambda-route.js';
import { VERSION_ROUTES } from './lambda/version-routes.js';

/** Lambda's own, which is also what is listed without a size. */
const FUNCTIONS_A_PAGE = 50;

/** The event as JSON text. Throws InvalidRequestContentException. */
function eventOf(body: string): string {
  if (body === '') return '{}';
  try {
    parseJson(body);
    return body;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: Could not parse payload into json: ${why}`,
    );
  }
}

/** The function that is meant, or its version or alias. */
const invoked = ({ query }: WireRequest, reference: string, { lambda }: LambdaWireOptions): FunctionConfig =>
  lambda.find(qualified(reference, query.get('Qualifier') ?? undefined));

async function answerNow(
  { caller }: WireRequest,
  arn: string,
  event: string,
  { lambda }: LambdaWireOptions,
): Promise<WireAnswer> {
  const execution = caller.kind === 'role' ? caller.attribution() : undefined;
  const { functionError, payload, executedVersion } = await lambda.invoke(arn, event, execution);
  const failed: Record<string, string> =
    functionError === undefined ? {} : { 'x-amz-function-error': functionError };
  return {
    status: 200,
    headers: { ...JSON_TYPE, 'x-amz-executed-version': executedVersion, ...failed },
    body: payload,
  };
}

async function invoke(
  request: WireRequest,
  reference: string,
  options: LambdaWireOptions,
): Promise<WireAnswer> {
  const { arn, name } = invoked(request, reference, options);
  options.identities.authorize(request.caller, { action: 'lambda:InvokeFunction', resource: arn });
  if (request.headers['x-amz-log-type'] === 'Tail')
    throw new AwsError(
      'InvalidParameterValueException',
      'LogType Tail is not supported by the local cloud: read GET /_local/logs',
    );
  const event = eventOf(request.body);
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'Event':
      await options.invocations.accept({ functionArn: arn, event });
      return { status: 202, headers: JSON_TYPE, body: '' };
    case 'DryRun':
      return { status: 204, headers: JSON_TYPE, body: '' };
    case 'RequestResponse':
      return answerNow(request, arn, event, options);
    default:
      throw new AwsError('InvalidParameterValueException', `The invocation type for ${name} is not known`);
  }
}

const described = (config: FunctionConfig) => ({
  FunctionName: config.name,
  FunctionArn: config.arn,
  Role: config.roleArn,
  Handler: config.handler,
  Timeout: config.timeoutSeconds,
  MemorySize: config.memoryMegabytes,
});

function list(
  { caller, query }: WireRequest,
  _reference: string,
  { lambda, identities }: LambdaWireOptions,
): Promise<WireAnswer> {
  identities.authorize(caller, { action: 'lambda:ListFunctions', resource: '*' });
  const size = Math.min(Number(query.get('MaxItems') ?? FUNCTIONS_A_PAGE), FUNCTIONS_A_PAGE);
  const page = pageOf(lambda.functions(), ({ name }) => name, query.get('Marker') ?? undefined, size);
  if (page === undefined || !Number.isInteger(size) || size < 1)
    throw new AwsError('InvalidParameterValueException', 'MaxItems or Marker is not valid');
  const { items, next } = page;
  const answer = { Functions: items.map(described), ...(next === undefined ? {} : { NextMarker: next }) };
  return Promise.resolve({ status: 200, headers: JSON_TYPE, body: JSON.stringify(answer) });
}

const ROUTES: readonly LambdaRoute[] = [
  {
    call: 'Invoke',
    method: 'POST',
    path: /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/,
    run: invoke,
  },
  { call: 'ListFunctions', method: 'GET', path: /^\/2015-03-31\/functions\/?$/, run: list },
  ...VERSION_ROUTES,
];

/** The calls that are answered; every other is refused with its path. */
export const LAMBDA_CALLS: readonly string[] = ROUTES.map(({ call }) => call);

/** Lambda's REST API. */
export function lambdaWire(options: LambdaWireOptions): WireService {
  return {
    name: 'lambda',
    handle: async (request) => {
      const { method, path } = request;
      const route = ROUTES.find((one) => one.method === method && one.path.test(path));
      if (route === undefined)
        throw new AwsError(
          'UnknownOperationException',
          `The local cloud does not support lambda ${method} ${path}`,
          404,
        );
      const [, reference = '', part = ''] = route.path.exec(path) ?? [];
      return route.run(request, decodeURIComponent(reference), options, decodeURIComponent(part));
    },
    fail: (error) => ({
      status: error.code === 'AccessDeniedException' ? 403 : error.status,
      headers: { ...JSON_TYPE, 'x-amzn-errortype': error.code },
      body: JSON.stringify({ Type: 'User', message: error.message, Message: error.message }),
    }),
  };
}
