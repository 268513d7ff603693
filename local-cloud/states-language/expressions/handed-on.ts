import { isJsonObject, type Json } from '../json.js';

const PATH = /^\$[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*$/;
/** After a point these are not names. */
const WORDS = new Set(['true', 'false', 'null', 'function', 'and', 'or', 'in']);

/**
 * What an expression gives that only names a value (`$states.input.person.id`), as it is: nothing reckons with it, so
 * its numbers keep their digits. Undefined when it does more than that, or leads through an array or to nothing.
 */
export function handedOn(code: string, bindings: Readonly<Record<string, Json>>): Json | undefined {
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
