import { variableReferences } from '../../states-language/definition/variable-references.js';
import type { JsonObject } from '../../states-language/json.js';

/** `variableReferences` of a definition, in an answer that shows it; there is none when no state refers to a variable. */
export async function referencesMember(definition: string): Promise<JsonObject> {
  const references = await variableReferences(definition);
  return Object.keys(references).length === 0 ? {} : { variableReferences: references };
}
