import { ExactNumber } from '../exact-number.js';
import { isJsonArray, isJsonObject, parseJson, type Json } from '../json.js';

const PARSE = /^\$parse\s*\(([^()]*)\)$/;
const PATH = /^\$[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*$/;
/** After a point these are not names. */
const WORDS = new Set(['true', 'false', 'null', 'function', 'and', 'or', 'in']);

/**
 * What an expression gives that only names a value (`$states.input.person.id`), as it is: nothing reckons with it, so
 * its numbers keep their digits; and what `$parse` makes of a text that is only named. Undefined when it does more than
 * that, or leads through an array or to nothing.
 */
export function handedOn(code: string, bindings: Readonly<Record<string, Json>>): Json | undefined {
  const [, parsed] = PARSE.exec(code) ?? [];
  if (parsed !== undefined) return parsedText(parsed.trim(), bindings);
  if (!PATH.test(code)) return undefined;
  const [variable = '', ...members] = code.split('.').map((step) => step.trim());
  let value = own(bindings, variable.slice(1));
  for (const member of members) {
    if (!isJsonObject(value) || WORDS.has(member)) return undefined;
    value = own(value, member);
  }
  return value;
}

function own(holder: Readonly<Record<string, Json>>, name: string): Json | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

/** As AWS was measured: `$parse` gives whole numbers of 64 bits as they are. What it cannot read or hold is left to itself. */
function parsedText(path: string, bindings: Readonly<Record<string, Json>>): Json | undefined {
  if (Object.hasOwn(bindings, 'parse')) return undefined;
  const text = handedOn(path, bindings);
  if (typeof text !== 'string') return undefined;
  try {
    return withWholeNumbers(parseJson(text));
  } catch {
    return undefined;
  }
}

function withWholeNumbers(value: Json): Json {
  if (value instanceof ExactNumber) {
    if (isOf64Bits(value.text)) return value;
    if (Number.isFinite(value.value)) return value.value;
    throw new RangeError(`${value.text} is beyond a double`);
  }
  if (isJsonArray(value)) return value.map(withWholeNumbers);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withWholeNumbers(member)]));
}

/** Whether it is a whole number of 64 bits; negative zero is none: it is a double. */
export function isOf64Bits(text: string): boolean {
  if (!/^-?[1-9]\d*$/.test(text)) return false;
  const whole = BigInt(text);
  return BigInt.asIntN(64, whole) === whole;
}
