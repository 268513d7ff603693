import { parsePlainJson } from '../../assembly/json.js';
import { AwsError } from '../../errors/aws-error.js';
import type { FunctionConfig } from '../../lambda/function-config.js';
import { qualified } from '../../lambda/function-reference.js';
import { pageOf } from '../page-of.js';
import type { WireAnswer, WireRequest, WireService } from '../wire.js';
import {
  createFunction,
  deleteFunction,
  described,
  getFunction,
  getFunctionConfiguration,
  type FunctionCallsOptions,
} from './lambda-functions.js';
import { JSON_TYPE, type LambdaRoute, type LambdaWireOptions } from './lambda/lambda-route.js';
import { VERSION_ROUTES } from './lambda/version-routes.js';

/** Lambda's own, which is also what is listed without a size. */
const FUNCTIONS_A_PAGE = 50;

/** The event as JSON text. Throws InvalidRequestContentException. */
function eventOf(body: string): string {
  if (body === '') return '{}';
  try {
    parsePlainJson(body);
    return body;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: Could not parse payload into json: ${why}`,
    );
  }
}

/**
 * The most bytes in one call: six megabytes to who waits for the answer, one to who does not (since October 2025; 256
 * KiB before).
 */
const MOST_BYTES = 6 * 1024 * 1024;
const MOST_BYTES_OF_EVENT = 1024 * 1024;

function assertSize(body: string, isEvent: boolean): void {
  const bytes = Buffer.byteLength(body);
  if (bytes > MOST_BYTES)
    throw new AwsError(
      'RequestEntityTooLargeException',
      `Request must be smaller than ${MOST_BYTES} bytes for the InvokeFunction operation`,
      413,
    );
  if (isEvent && bytes > MOST_BYTES_OF_EVENT)
    throw new AwsError(
      'RequestEntityTooLargeException',
      `${bytes} byte payload is too large for the Event invocation type (limit ${MOST_BYTES_OF_EVENT} bytes)`,
      413,
    );
}

/** The function that is meant, or its version or alias. */
const meant = (
  { query }: WireRequest,
  reference: string,
  { lambda }: Pick<LambdaWireOptions, 'lambda'>,
): FunctionConfig => lambda.find(qualified(reference, query.get('Qualifier') ?? undefined));

async function answerNow(
  { caller, headers }: WireRequest,
  arn: string,
  event: string,
  { lambda }: LambdaWireOptions,
): Promise<WireAnswer> {
  const execution = caller.kind === 'role' ? caller.attribution() : undefined;
  const invocation = await lambda.invoke(arn, event, execution);
  const { functionError, payload, executedVersion } = invocation;
  const failed: Record<string, string> =
    functionError === undefined ? {} : { 'x-amz-function-error': functionError };
  const tail: Record<string, string> =
    headers['x-amz-log-type'] === 'Tail' ? { 'x-amz-log-result': lambda.logTail(arn, invocation) } : {};
  return {
    status: 200,
    headers: { ...JSON_TYPE, 'x-amz-executed-version': executedVersion, ...failed, ...tail },
    body: payload,
  };
}

async function invoke(
  request: WireRequest,
  reference: string,
  options: LambdaWireOptions,
): Promise<WireAnswer> {
  const { arn, name } = meant(request, reference, options);
  options.identities.authorize(request.caller, { action: 'lambda:InvokeFunction', resource: arn });
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  assertSize(request.body, type === 'Event');
  const event = eventOf(request.body);
  switch (type) {
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

const calls = ({ lambda, identities, ...options }: LambdaWireOptions): FunctionCallsOptions => ({
  ...options,
  versions: lambda.versions,
  find: (request, reference) => meant(request, reference, { lambda }),
  functions: () => lambda.functions(),
  authorize: ({ caller }, action, resource) => identities.authorize(caller, { action, resource }),
  isAssumable: (roleArn) => {
    try {
      identities.assertAssumable(roleArn, 'lambda.amazonaws.com');
      return true;
    } catch {
      return false;
    }
  },
});

const ROUTES: readonly LambdaRoute[] = [
  {
    call: 'Invoke',
    method: 'POST',
    path: /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/,
    run: invoke,
  },
  {
    call: 'CreateFunction',
    method: 'POST',
    path: /^\/2015-03-31\/functions\/?$/,
    run: (request, _reference, options) => createFunction(request, calls(options)),
  },
  {
    call: 'GetFunction',
    method: 'GET',
    path: /^\/2015-03-31\/functions\/([^/]+)\/?$/,
    run: (request, reference, options) => Promise.resolve(getFunction(request, reference, calls(options))),
  },
  {
    call: 'GetFunctionConfiguration',
    method: 'GET',
    path: /^\/2015-03-31\/functions\/([^/]+)\/configuration\/?$/,
    run: (request, reference, options) =>
      Promise.resolve(getFunctionConfiguration(request, reference, calls(options))),
  },
  {
    call: 'DeleteFunction',
    method: 'DELETE',
    path: /^\/2015-03-31\/functions\/([^/]+)\/?$/,
    run: (request, reference, options) => deleteFunction(request, reference, calls(options)),
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
