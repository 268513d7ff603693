// What the Node.js runtime of Lambda makes of an invocation, in whichever thread it runs.
import { dirname } from 'node:path';
import { types } from 'node:util';

/** Where a function finds its own code on AWS. */
const TASK_ROOT = '/var/task';

/** A frame of a stack that is neither the function's nor Node's: where this host lies is nobody's business. */
const isOfHost = (line) => /^\s+at /.test(line) && /(?:\(|at |file:\/\/)\/(?!var\/task\/)/.test(line);

/** An error as the Node.js runtime of Lambda writes it, with the function's files where they are on AWS. */
function describe(error, { file }) {
  if (!(error instanceof Error || types.isNativeError(error)))
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  const onAws = (text) => text.replaceAll(dirname(file), TASK_ROOT);
  const stack = onAws(error.stack ?? `${error.name}: ${error.message}`);
  return {
    errorType: error.name,
    errorMessage: onAws(error.message),
    trace: stack.split('\n').filter((line) => !isOfHost(line)),
  };
}

const contextOf = (about, { requestId, arn, deadline }) => ({
  functionName: about.functionName,
  functionVersion: about.functionVersion,
  invokedFunctionArn: arn,
  memoryLimitInMB: String(about.memorySize),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${about.functionName}`,
  logStreamName: about.logStreamName,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

/** The handler that a module exports. */
export function handlerOf(module, { exportName, handler }) {
  const found = module[exportName] ?? module.default?.[exportName];
  if (typeof found === 'function') return found;
  const error = new Error(`${handler} is undefined or not exported`);
  error.name = 'Runtime.HandlerNotFound';
  throw error;
}

/** An error as JSON text. */
export const describeError = (error, about) => JSON.stringify(describe(error, about));

/** Lambda takes no longer answer; in bytes. */
const LONGEST_ANSWER = 6 * 1024 * 1024 + 100;

function tooLong(length) {
  const error = new Error(
    `Response payload size (${length} bytes) exceeded maximum allowed payload size (${LONGEST_ANSWER} bytes).`,
  );
  error.name = 'Function.ResponseSizeTooLarge';
  return error;
}

/** Runs one invocation; what went wrong is an answer too. */
export async function answer(handler, about, { requestId, event, arn, deadline }) {
  try {
    const result = await handler(JSON.parse(event), contextOf(about, { requestId, arn, deadline }));
    const payload = JSON.stringify(result) ?? 'null';
    const length = Buffer.byteLength(payload);
    if (length > LONGEST_ANSWER) throw tooLong(length);
    return { kind: 'result', requestId, payload };
  } catch (error) {
    return { kind: 'failure', requestId, payload: describeError(error, about) };
  }
}
