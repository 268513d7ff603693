import * as z from 'zod/mini';

export * from 'zod/mini';

type Schema = z.ZodMiniType;
type Values = z.ZodMiniEnum<Record<string, string>>;
type Members = z.ZodMiniObject;

/** An address is read as it stands, and no page reads a query. */
export const url = (): Schema => z.string();
export const coerce = { number: z.number };

/** The first that fits: the same as by the word that tells them apart. */
export const discriminatedUnion = (_word: string, options: readonly Schema[]) =>
  Object.assign(z.union(options), { options });

/** So much for each of some words; of a word of tomorrow nothing is read. */
export const partialRecord = ({ options }: Values, value: Schema) =>
  z.object(Object.fromEntries(options.map((word) => [word, z.optional(value)])));

const asItIs = (schema: Schema): Schema => schema;

/**
 * The methods that the contracts call on a schema, for the small build of zod, which has functions in place of methods:
 * pages load it in place of the whole one, a fifth as large. A page reads the shape of an answer, its words and its
 * dates. Lengths, sizes and numbers are for the service to judge, and descriptions for the document.
 */
const METHODS = {
  ...Object.fromEntries(
    'default describe max meta min int multipleOf nonnegative positive refine regex superRefine trim'
      .split(' ')
      .map((name) => [name, asItIs]),
  ),
  nullable: (schema: Schema) => z.nullable(schema),
  optional: (schema: Schema) => z.optional(schema),
  exclude: (schema: Values, names: readonly string[]) =>
    z.enum(schema.options.filter((name) => !names.includes(name))),
  extend: (schema: Members, members: z.core.$ZodLooseShape) => z.extend(schema, members),
  omit: (schema: Members, names: Record<string, true>) => z.omit(schema, names),
  partial: (schema: Members) => z.partial(schema),
  pick: (schema: Members, names: Record<string, true>) => z.pick(schema, names),
  unwrap: ({ def: { innerType } }: z.ZodMiniOptional) => innerType,
};

// The way that zod keeps open for more methods: every schema that is made from here on has them.
for (const [name, method] of Object.entries(METHODS))
  Object.defineProperty(z.ZodMiniType.prototype, name, {
    enumerable: true,
    value(this: never, ...given: readonly never[]) {
      return (method as (schema: never, ...more: readonly never[]) => unknown)(this, ...given);
    },
  });
