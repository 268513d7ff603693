// Runs inside a worker thread: one execution environment of one function. It speaks JSON text with the host, so that
// nothing is shared and what crosses is what would cross on AWS.
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (message) => parentPort.postMessage(message);

for (const stream of ['stdout', 'stderr']) {
  process[stream].write = (chunk, encoding, callback) => {
    send({ kind: 'log', stream, text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done !== undefined) queueMicrotask(() => done());
    return true;
  };
}

/** An error as the Node.js runtime of Lambda writes it. */
const describe = (error) =>
  error instanceof Error
    ? {
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? `${error.name}: ${error.message}`).split('\n'),
      }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

const contextOf = ({ requestId, deadline }) => ({
  functionName: workerData.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: workerData.functionArn,
  memoryLimitInMB: String(workerData.memorySize),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${workerData.functionName}`,
  logStreamName: workerData.logStreamName,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

async function load() {
  const module = await import(pathToFileURL(workerData.file).href);
  const handler = module[workerData.exportName] ?? module.default?.[workerData.exportName];
  if (typeof handler !== 'function') {
    const error = new Error(`${workerData.handler} is undefined or not exported`);
    error.name = 'Runtime.HandlerNotFound';
    throw error;
  }
  return handler;
}

async function answer(handler, { requestId, event, deadline }) {
  try {
    const result = await handler(JSON.parse(event), contextOf({ requestId, deadline }));
    send({ kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failure', requestId, payload: JSON.stringify(describe(error)) });
  }
}

try {
  const handler = await load();
  parentPort.on('message', (message) => void answer(handler, message));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'broken', payload: JSON.stringify(describe(error)) });
}
