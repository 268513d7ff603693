import { toJson, type Json } from '../../states-language/json.js';

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
