// Runs inside a worker thread: one execution environment of one function. It speaks JSON text with the host, so that
// nothing is shared and what crosses is what would cross on AWS.
import workerThreads, { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { answer, describeError, handlerOf } from './invocation.mjs';
import { readIntoOwnBuffers } from './own-buffers.mjs';
import { LOOK_EVERY, looker, tidier } from './own-memory.mjs';
import { guardProcess } from './own-process.mjs';

const { about, signs, bytes } = workerData;
/** Where in `signs` stands how often this thread paused, and how much of what it wrote the host has not heard. */
const [PAUSES, UNHEARD] = [0, 1];
const MOST_UNHEARD = 200;
/** An event of CloudWatch's is no longer; in characters. */
const LONGEST_LINE = 256 * 1024;

const exit = process.exit.bind(process);
const { stringify } = JSON;
const { setInterval, clearInterval, setImmediate } = globalThis;
const port = parentPort;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (message) => port.postMessage(message);

/** The invocation that is under way. */
let current = '';

function fall(payload) {
  send({ kind: 'fallen', payload });
  exit(1);
}

const fallBy = (errorType, how) =>
  fall(
    stringify({ errorType, errorMessage: `RequestId: ${current} Error: Runtime exited with error: ${how}` }),
  );

/** Who writes faster than anybody reads waits: what nobody has read yet lies in the host's memory. */
function write(stream, text) {
  for (
    let unheard = Atomics.load(signs, UNHEARD);
    unheard >= MOST_UNHEARD;
    unheard = Atomics.load(signs, UNHEARD)
  )
    Atomics.wait(signs, UNHEARD, unheard);
  Atomics.add(signs, UNHEARD, 1);
  send({ kind: 'log', stream, text: text.slice(0, LONGEST_LINE) });
}

for (const stream of ['stdout', 'stderr']) {
  process[stream].write = (chunk, encoding, callback) => {
    write(stream, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done !== undefined) queueMicrotask(() => done());
    return true;
  };
}

// A function on AWS is alone in its process and finds no host behind it.
Object.assign(workerThreads, { parentPort: null, workerData: null });
readIntoOwnBuffers();
guardProcess((how) => fallBy('Runtime.ExitError', how));

process.on('uncaughtException', (error, origin) => {
  if (origin === 'uncaughtException') fall(describeError(error, about));
  const errorMessage = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  fall(stringify({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage, trace: [] }));
});

const look = looker(bytes, () => fallBy('Runtime.OutOfMemory', 'signal: killed'));

async function serve(handler, message, tidy) {
  current = message.requestId;
  const timer = setInterval(() => {
    Atomics.add(signs, PAUSES, 1);
    look();
  }, LOOK_EVERY);
  const answered = await answer(handler, about, message);
  clearInterval(timer);
  look();
  current = '';
  send(answered);
  setImmediate(tidy);
}

try {
  const handler = handlerOf(await import(pathToFileURL(about.file).href), about);
  const tidy = tidier(() => current === '');
  port.on('message', (message) => void serve(handler, message, tidy));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'broken', payload: describeError(error, about) });
}
