import { variableReferences } from '../../states-language/definition/variable-references.js';
import { toJson, type Json, type JsonObject } from '../../states-language/json.js';

/** `loggingConfiguration` as it is described; what was not given is the default. Nothing is logged. */
export function loggingOf(given: unknown): Json {
  return toJson(given ?? { level: 'OFF', includeExecutionData: false });
}

/** `tracingConfiguration` likewise. Nothing is traced. */
export function tracingOf(given: unknown): Json {
  return toJson(given ?? { enabled: false });
}

/** What `includedData: METADATA_ONLY` shows instead of a definition. */
export const NO_DEFINITION = '{}';

/** `variableReferences` of a definition, in an answer that shows it; there is none when no state refers to a variable. */
export function referencesMember(definition: string): JsonObject {
  const references = variableReferences(definition);
  return Object.keys(references).length === 0 ? {} : { variableReferences: references };
}
