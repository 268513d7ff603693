import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { askItemSchema } from '../../adapters/ask-store.js';
import { standardTexts } from '../../adapters/standard-texts.js';
import { quotaSchema } from '../../domain/quota/quota.js';
import { personSchema, requestRecordSchema } from '../../domain/request/record.js';
import { roundSchema } from '../../domain/rounds/round.js';
import { taskRecordSchema } from '../../domain/task/task-record.js';
import { townSchema } from '../../domain/town/schema.js';
import { visitSchema } from '../../domain/visits/visit-record.js';
import { standardTexts as textsOfSample } from '../../tools/standard-texts.js';

const FILE = 'test/stored/required-keys.json';
const KINDS: Readonly<Record<string, z.ZodType>> = {
  town: townSchema,
  request: requestRecordSchema,
  person: personSchema,
  ask: askItemSchema,
  task: taskRecordSchema,
  round: roundSchema,
  quota: quotaSchema,
  visit: visitSchema,
};

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Every key that a reader insists on, by its path; what lies below a key that may be missing counts too. */
function requiredIn(node: Node, path = ''): string[] {
  const own = (node.required ?? []).map((name) => `${path}${name}`);
  const below = Object.entries(node.properties ?? {}).flatMap(([name, one]) =>
    requiredIn(one, `${path}${name}.`),
  );
  const listed = node.items ? requiredIn(node.items, `${path}[].`) : [];
  const named =
    typeof node.additionalProperties === 'object' ? requiredIn(node.additionalProperties, `${path}*.`) : [];
  const either = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one, i) =>
    requiredIn(one, `${path}|${i}.`),
  );
  return [...own, ...below, ...listed, ...named, ...either];
}

const required = (schema: z.ZodType): string[] =>
  [
    ...new Set(
      requiredIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node),
    ),
  ].sort();

const kept = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'required-keys.json'), 'utf8')));

/** Whether the object that a key belongs to was stored before: in one that is new as a whole, and may be missing, nothing is missed. */
function wasStored(key: string, before: readonly string[]): boolean {
  const parent = key.split('.').slice(0, -1).join('.');
  return parent === '' || before.some((known) => known === parent || known.startsWith(`${parent}.`));
}

describe.each(Object.entries(KINDS))('what is stored as a %s', (kind, schema) => {
  const before = kept[kind] ?? [];
  const now = required(schema);
  const added = now.filter((key) => !before.includes(key));
  const gone = before.filter((key) => !now.includes(key));

  it('needs no key that earlier versions did not store', () => {
    const missed = added.filter((key) => wasStored(key, before));
    const advice =
      `A ${kind} that was stored before has no ${missed.join(', ')}, and could not be opened. Make it optional or give it a default; a setting of a ` +
      `town that its files must name gets a line of ADDED in domain/stored/stored-town.ts. Where that is not possible, raise SHAPE in ` +
      `adapters/stored.ts and complete what is of an earlier shape. Keep a sample of the version before in test/stored/versions.`;
    expect(missed.length === 0 ? '' : advice).toBe('');
  });

  it('is said in the list of its keys', () => {
    const advice = `In ${FILE}, add: ${added.join(', ') || 'nothing'}; take out: ${gone.join(', ') || 'nothing'}`;
    expect(added.length + gone.length === 0 ? '' : advice).toBe('');
  });
});

it('the standard texts are those of the sample town; npm run texts makes them anew', () => {
  expect(standardTexts()).toEqual(textsOfSample());
});
