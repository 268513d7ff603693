import type { Json, JsonObject } from '../json.js';

interface Layer {
  readonly values: JsonObject;
  /** How many it holds, or a few more: what is assigned again is counted again. */
  readonly size: number;
}

/**
 * The variables of a thread, in layers: what was assigned last stands last and counts. A layer is more than twice as
 * large as the next, so that there are few, and to assign one among thousands does not cost a copy of all.
 */
export type Variables = readonly Layer[];

export const NO_VARIABLES: Variables = [];

export function withAssigned(variables: Variables, assigned: JsonObject): Variables {
  let last: Layer = { values: assigned, size: Object.keys(assigned).length };
  let kept = variables.length;
  for (let before = variables[kept - 1]; before !== undefined; before = variables[kept - 1]) {
    if (before.size > 2 * last.size) break;
    last = { values: { ...before.values, ...last.values }, size: before.size + last.size };
    kept -= 1;
  }
  return [...variables.slice(0, kept), last];
}

export function variableIn(variables: Variables, name: string): Json | undefined {
  for (let layer = variables.length - 1; layer >= 0; layer -= 1) {
    const values = variables[layer]?.values;
    if (values !== undefined && Object.hasOwn(values, name)) return values[name];
  }
  return undefined;
}

/** Earlier versions stored them as one object. */
export function storedVariables(stored: Variables | JsonObject): Variables {
  return isLayers(stored) ? stored : withAssigned(NO_VARIABLES, stored);
}

function isLayers(stored: Variables | JsonObject): stored is Variables {
  return Array.isArray(stored);
}
