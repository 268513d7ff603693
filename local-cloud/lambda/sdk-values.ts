import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';

type Values = Record<string, unknown>;

/** Object by object and name by name, for it is done with every call. */
function mapped(whole: object, map: (value: unknown, name: string) => unknown): Values {
  const values = whole as Values;
  const result: Values = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) result[name] = map(value, name);
  }
  return result;
}

/** An input as the wire's JSON says it, and nobody else's: bytes in base64, and nothing that is undefined. */
export const wireInput = (input: object): JsonObject => mapped(input, wireValue) as JsonObject;

function wireValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return Array.isArray(value) ? value.map(wireValue) : mapped(value, wireValue);
}

const bytes = (base64: unknown): unknown =>
  typeof base64 === 'string' ? Buffer.from(base64, 'base64') : base64;

const each = (values: unknown, map: (value: unknown) => unknown): unknown =>
  Array.isArray(values) ? values.map(map) : values;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** `{S: "x"}` is the same on both sides; bytes are not. */
function attribute(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { B, BS, M, L } = value;
  if (B !== undefined) return { B: bytes(B) };
  if (BS !== undefined) return { BS: each(BS, bytes) };
  if (M !== undefined) return { M: item(M) };
  return L === undefined ? value : { L: each(L, attribute) };
}

const item = (value: unknown): unknown => (isObject(value) ? mapped(value, attribute) : value);

/** The parts of DynamoDB's outputs that hold attributes. */
const WITH_ATTRIBUTES: Readonly<Record<string, (part: unknown) => unknown>> = {
  Item: item,
  Attributes: item,
  LastEvaluatedKey: item,
  Items: (items) => each(items, item),
  ContinuousBackupsDescription: (part) => states(part, ''),
  // BatchGetItem's are lists by table, TransactGetItems' one list.
  Responses: (found) => {
    if (Array.isArray(found)) return found.map((one: object) => mapped(one, item));
    return isObject(found) ? mapped(found, (items) => each(items, item)) : found;
  },
};

/** An output of DynamoDB as its client gives it: binary values as bytes, and of backups seconds as dates. */
export const dynamoDbOutput = (output: JsonObject): Values =>
  mapped(output, (part, name) => WITH_ATTRIBUTES[name]?.(part) ?? part);

const isMoment = (name: string): boolean => name === 'timestamp' || /Date(?:Time)?$/.test(name);

function states(value: unknown, name: string): unknown {
  if (typeof value === 'number' && isMoment(name)) return new Date(value * 1000);
  if (Array.isArray(value)) return value.map((one) => states(one, name));
  return isJsonObject(value as Json) ? mapped(value as object, states) : value;
}

/** An output of Step Functions as its client gives it: seconds as dates. */
export const statesOutput = (output: JsonObject): Values => mapped(output, states);
