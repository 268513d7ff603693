// Evaluates one expression after the other in a thread of its own, which its host may end at any moment.
import { parentPort, workerData } from 'node:worker_threads';
import jsonata from 'jsonata';
import { resultText } from './result-text.mjs';

const { bounds } = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (message) => parentPort.postMessage(message);

/** What the host was asked and has not answered. */
const asked = new Map();
let questions = 0;

/** The host's functions take texts, numbers and lists; what cannot be sent to it is none of these. */
function sendable(value) {
  try {
    return structuredClone(value);
  } catch {
    return {};
  }
}

/** A function that the host has; how many arguments it takes says what `$map` and its like give it. */
function ofHost(name, length) {
  function ask(...given) {
    return new Promise((resolve, reject) => {
      questions += 1;
      const context = given.length === 0 ? sendable(this) : undefined;
      send({ kind: 'call', question: questions, name, given: given.map(sendable), context });
      asked.set(questions, { resolve, reject });
    });
  }
  return Object.defineProperty(ask, 'length', { value: length });
}

/** The library asks for the bound at every step; time counts only with steps. One evaluation is under way at a time. */
let steps = 0;
const options = {
  stack: bounds.depth,
  sequence: bounds.items,
  get timeout() {
    steps += 1;
    return steps > bounds.steps ? bounds.milliseconds : Number.POSITIVE_INFINITY;
  },
};

/** Texts and lists that grow out of themselves are large after few steps. */
function checkSize(_expression, _input, _environment, result) {
  const most = typeof result === 'string' ? bounds.characters : bounds.items;
  if ((typeof result === 'string' || Array.isArray(result)) && result.length > most)
    throw new RangeError(bounds.tooLarge);
}

const now = jsonata('$fromMillis($millis, $picture, $timezone)');

const MOST_COMPILED = 500;
const compiled = new Map();

function compile(code) {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const expression = jsonata(code, options);
  expression.assign(Symbol.for('jsonata.__evaluate_exit'), checkSize);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(code, expression);
  return expression;
}

async function evaluate({ code, variables, functions, millis }) {
  const bindings = {
    ...Object.fromEntries(functions.map(([name, length]) => [name, ofHost(name, length)])),
    now: (picture, timezone) => now.evaluate(undefined, { millis, picture, timezone }),
    eval: undefined,
    ...variables,
  };
  steps = 0;
  return resultText(await compile(code).evaluate(undefined, bindings));
}

/** What the library throws is an object with `code` and `message`, not always an Error. */
const errorOf = (thrown) => ({
  ...(typeof thrown?.code === 'string' ? { code: thrown.code } : {}),
  message: String(thrown?.message ?? thrown),
});

parentPort.on('message', (message) => {
  if (message.kind === 'answer') {
    const { resolve, reject } = asked.get(message.question);
    asked.delete(message.question);
    if (message.error === undefined) resolve(message.value);
    else reject(message.error);
    return;
  }
  evaluate(message).then(
    (given) => send({ kind: 'given', given }),
    (thrown) => send({ kind: 'failed', error: errorOf(thrown) }),
  );
});
send({ kind: 'ready' });
