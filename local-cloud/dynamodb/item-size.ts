import type { Attribute, Item } from './dynalite-parts.js';

/** Every list and map, whatever is in it, bytes. */
const NESTING = 3;

const text = (value: string): number => Buffer.byteLength(value);
const bytes = (base64: string): number => Buffer.byteLength(base64, 'base64');

const NUMBER = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** Two digits a byte, in pairs from an even power of ten, one byte for where they begin, one for a minus. */
function number(value: string): number {
  const [, minus = '', whole = '', fraction = '', power = '0'] = NUMBER.exec(value) ?? [];
  const written = whole + fraction;
  const digits = written.replace(/^0+/, '').replace(/0+$/, '').length;
  if (digits === 0) return 1;
  const leading = written.length - written.replace(/^0+/, '').length;
  const exponent = whole.length - leading - 1 + Number(power);
  const straddles = digits % 2 === 0 && exponent % 2 === 0 ? 1 : 0;
  return 1 + Math.ceil(digits / 2) + straddles + minus.length;
}

const sum = <Value>(values: readonly Value[], size: (value: Value) => number): number =>
  values.reduce((total, value) => total + size(value), 0);

function attribute(value: Attribute): number {
  if (value.S !== undefined) return text(value.S);
  if (value.N !== undefined) return number(value.N);
  if (value.B !== undefined) return bytes(value.B);
  if (value.M !== undefined) return NESTING + Object.keys(value.M).length + itemSize(value.M);
  if (value.L !== undefined) return NESTING + value.L.length + sum(value.L, attribute);
  if (value.SS !== undefined) return sum(value.SS, text);
  if (value.NS !== undefined) return sum(value.NS, number);
  if (value.BS !== undefined) return sum(value.BS, bytes);
  return 1;
}

/**
 * An item's size as DynamoDB bills and limits it, bytes: names and values in UTF-8
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). `only` names the attributes
 * that count.
 */
export function itemSize(item: Item, only: Iterable<string> = Object.keys(item)): number {
  let size = 0;
  for (const name of only) {
    const value = item[name];
    if (value !== undefined) size += text(name) + attribute(value);
  }
  return size;
}
