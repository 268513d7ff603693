import { AssemblyError } from './assembly-error.js';
import { isJsonObject, type Json } from './json.js';
import type { Template } from './template.js';

function* namesIn(text: string): Iterable<string> {
  for (const match of text.matchAll(/\$\{([^!}.][^}.]*)(?:\.[^}]*)?\}/g)) yield match[1] ?? '';
}

/** The names that a value refers to by Ref, Fn::GetAtt or Fn::Sub. */
function* references(value: Json): Iterable<string> {
  if (Array.isArray(value)) {
    for (const part of value as readonly Json[]) yield* references(part);
  } else if (isJsonObject(value)) {
    const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': template } = value;
    if (typeof ref === 'string') yield ref;
    if (typeof attribute === 'string') yield attribute.split('.')[0] ?? '';
    if (Array.isArray(attribute)) yield String(attribute[0]);
    const text = Array.isArray(template) ? (template as readonly Json[])[0] : template;
    if (typeof text === 'string') yield* namesIn(text);
    for (const part of Object.values(value)) yield* references(part);
  }
}

/** Logical ids in an order in which everything comes after what it needs. Throws AssemblyError for a circle. */
export function deploymentOrder(resources: Template['Resources']): readonly string[] {
  const ordered = new Set<string>();
  const visiting = new Set<string>();
  const visit = (id: string): void => {
    const resource = resources[id];
    if (resource === undefined || ordered.has(id)) return;
    if (visiting.has(id))
      throw new AssemblyError(`resources need one another in a circle: ${[...visiting, id].join(' -> ')}`);
    visiting.add(id);
    for (const needed of [...resource.DependsOn, ...references(resource.Properties)]) visit(needed);
    visiting.delete(id);
    ordered.add(id);
  };
  for (const id of Object.keys(resources)) visit(id);
  return [...ordered];
}
