import { ExactNumber } from '../exact-number.js';
import { isJsonArray, isJsonObject, type Json } from '../json.js';
import { isOf64Bits } from './handed-on.js';

/** Numbers that these give are not those that they were given. */
const RECKONING = new Set(
  'abs average ceil eval floor formatBase millis number parse parseInteger power random round sqrt sum toMillis'.split(
    ' ',
  ),
);
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '..']);

/**
 * Whether an expression, as the library parsed it, may give numbers that were not in what it was given. Its own literals are
 * such numbers, but for small ones.
 */
function reckons(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(reckons);
  if (typeof node !== 'object' || node === null) return false;
  const { type, value } = node as { readonly type?: unknown; readonly value?: unknown };
  if (type === 'binary' && ARITHMETIC.has(String(value))) return true;
  if (type === 'unary' && value === '-') return true;
  if (type === 'number' && !Number.isSafeInteger(value)) return true;
  if (type === 'variable' && RECKONING.has(String(value))) return true;
  return Object.values(node).some(reckons);
}

const known = new WeakMap<object, boolean>();

function reckonsOnce(parsed: object): boolean {
  const found = known.get(parsed) ?? reckons(parsed);
  known.set(parsed, found);
  return found;
}

/**
 * The digits of whole numbers that a double does not hold (of 64 bits at most), by the double that JSONata sees. Two that
 * look the same to it are not told apart.
 */
export class KeptDigits {
  private readonly numbers = new Map<number, ExactNumber | 'several'>();
  private isWorthIt = false;

  note(number: number | ExactNumber): void {
    const value = typeof number === 'number' ? number : number.value;
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return;
    const written = typeof number === 'number' ? new ExactNumber(String(number)) : number;
    const before = this.numbers.get(value);
    const isSame = before === undefined || (before !== 'several' && before.text === written.text);
    this.numbers.set(value, isSame ? written : 'several');
    if (typeof number !== 'number' && isOf64Bits(number.text)) this.isWorthIt = true;
  }

  /** What an expression gave, with the digits of the numbers that it only handed on. */
  restored(given: Json, parse: () => object): Json {
    return this.isWorthIt && !reckonsOnce(parse()) ? this.within(given) : given;
  }

  private within(value: Json): Json {
    if (typeof value === 'number') {
      const kept = this.numbers.get(value);
      return kept instanceof ExactNumber && isOf64Bits(kept.text) ? kept : value;
    }
    if (isJsonArray(value)) return value.map((item) => this.within(item));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.within(member)]));
  }
}
