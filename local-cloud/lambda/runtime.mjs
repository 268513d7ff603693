// Runs inside a worker thread: one execution environment of one function. It speaks JSON text with the host, so that
// nothing is shared and what crosses is what would cross on AWS.
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { answer, describeError, handlerOf } from './invocation.mjs';

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

try {
  const handler = handlerOf(await import(pathToFileURL(workerData.file).href), workerData);
  parentPort.on('message', (message) => void answer(handler, workerData, message).then(send));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'broken', payload: describeError(error) });
}
