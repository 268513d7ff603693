import type { JsonObject } from '../states-language/json.js';

/** The members of an event's details that hold what an execution works with. */
const DATA = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
]);

/** An event's details without the parts that hold execution data. */
export const withoutData = (details: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !DATA.has(name)));
