import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';

/** An input as the wire's JSON says it, and nobody else's: bytes in base64, and nothing that is undefined. */
export function wireInput(input: object): JsonObject {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, wireValue(value)]])),
  );
}

function wireValue(value: unknown): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(wireValue);
  if (typeof value === 'object' && value !== null) return wireInput(value);
  return value as Json;
}

type Attribute = Json | Uint8Array | Attribute[] | { [name: string]: Attribute };

const bytes = (base64: Json): Uint8Array => Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64');

const each = (values: Json, map: (value: Json) => Attribute): Attribute[] =>
  Array.isArray(values) ? (values as readonly Json[]).map(map) : [];

/** `{S: "x"}` is the same on both sides; bytes are not. */
function sdkAttribute(value: Json): Attribute {
  if (!isJsonObject(value)) return value;
  const { B, BS, M, L } = value;
  if (B !== undefined) return { B: bytes(B) };
  if (BS !== undefined) return { BS: each(BS, bytes) };
  if (M !== undefined) return { M: sdkItem(M) };
  return L === undefined ? value : { L: each(L, sdkAttribute) };
}

function sdkItem(item: Json): Attribute {
  if (!isJsonObject(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, sdkAttribute(value)]));
}

/** The parts of outputs that hold attributes. */
const IN_OUTPUTS: Readonly<Record<string, (part: Json) => Attribute>> = {
  Item: sdkItem,
  Attributes: sdkItem,
  LastEvaluatedKey: sdkItem,
  Items: (items) => each(items, sdkItem),
  Responses: (tables) =>
    isJsonObject(tables)
      ? Object.fromEntries(Object.entries(tables).map(([table, items]) => [table, each(items, sdkItem)]))
      : tables,
};

/** An output as the SDK gives it: binary values as bytes. */
export function sdkOutput(output: JsonObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(output).map(([name, part]) => [name, IN_OUTPUTS[name]?.(part) ?? part]),
  );
}
