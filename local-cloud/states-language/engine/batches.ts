import { isJsonObject, writeJson, type Json, type JsonObject } from '../json.js';

/** Puts items together, as many as both limits let in; one item alone may exceed the limit of bytes. */
export function batched(
  items: readonly Json[],
  limits: { readonly most: number; readonly bytes: number },
  batchInput: Json | undefined,
): { readonly inputs: readonly Json[]; readonly sizes: readonly number[] } {
  const shared: JsonObject = isJsonObject(batchInput) ? { BatchInput: batchInput } : {};
  const empty = Buffer.byteLength(writeJson({ Items: [], ...shared }));
  const groups: Json[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(writeJson(item)) + 1;
    const last = groups.at(-1);
    if (last !== undefined && last.length < limits.most && bytes + size <= limits.bytes) {
      last.push(item);
      bytes += size;
    } else {
      groups.push([item]);
      bytes = empty + size;
    }
  }
  return {
    inputs: groups.map((group) => ({ Items: group, ...shared })),
    sizes: groups.map(({ length }) => length),
  };
}
