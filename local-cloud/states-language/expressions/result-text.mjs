// What an expression gave, as JSON text, in whichever thread it was evaluated.

class NoJson extends Error {}

const isFunction = (value) =>
  typeof value === 'function' ||
  (typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value));

/** AWS writes a number that JSON has no literal for as the text JavaScript names it by (`"Infinity"`). */
function asMember(_member, value) {
  if (isFunction(value)) throw new NoJson();
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** `{ text }`, `{ kind: 'nothing' }`, or `{ kind: 'unsupported' }` where a function is in it. */
export function resultText(value) {
  if (value === undefined) return { kind: 'nothing' };
  try {
    return { kind: 'value', text: JSON.stringify(value, asMember) };
  } catch (thrown) {
    if (thrown instanceof NoJson) return { kind: 'unsupported' };
    throw thrown;
  }
}
