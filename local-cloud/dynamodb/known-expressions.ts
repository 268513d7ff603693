/** Beside the text of an expression: what its names and values stand for, and which of them no expression has used yet. */
export interface ExpressionContext {
  readonly attrNames?: Readonly<Record<string, string>> | null | undefined;
  readonly attrVals?: Readonly<Record<string, object>> | null | undefined;
  readonly unusedAttrNames: Record<string, true>;
  readonly unusedAttrVals: Record<string, true>;
}

/** Answers the expression's tree, in which names and values stand already, or in a text what is wrong; throws where it is none. */
export type ReadExpression = (text: string, options: { readonly context: ExpressionContext }) => unknown;

/** The place of a value in a tree that is kept. */
class Place {
  constructor(readonly name: string) {}
}

interface Known {
  /** With places where the values stood. */
  readonly tree: unknown;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** What is wrong may lie in the values themselves, not in their types. */
const LOOKS_AT_VALUES = /between|attribute_type/i;

/** A program has some dozens; one that writes names or numbers into the text has them without end. */
const MOST_KNOWN = 2000;

/** All that the tree and its faults follow from: the text, its names, and the types of its values. */
const keyOf = (text: string, { attrNames, attrVals }: ExpressionContext): string =>
  [
    text,
    JSON.stringify(attrNames ?? {}),
    ...Object.entries(attrVals ?? {}).map(([name, value]) => `${name} ${Object.keys(value).join()}`),
  ].join('\0');

/** A copy down to what `replaced` answers for. */
function copyOf(tree: unknown, replaced: (part: object) => object | undefined): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  const other = replaced(tree);
  if (other !== undefined) return other;
  if (Array.isArray(tree)) return tree.map((part: unknown) => copyOf(part, replaced));
  const copy = Object.create(Object.getPrototypeOf(tree) as object | null) as Record<string, unknown>;
  for (const [name, part] of Object.entries(tree)) copy[name] = copyOf(part, replaced);
  return copy;
}

const allOf = (record: object | null | undefined): Record<string, true> =>
  Object.fromEntries(Object.keys(record ?? {}).map((name) => [name, true]));

const without = (all: object | null | undefined, left: Readonly<Record<string, true>>): string[] =>
  Object.keys(all ?? {}).filter((name) => !Object.hasOwn(left, name));

function learnt(read: ReadExpression, text: string, context: ExpressionContext): Known | string {
  const { attrNames, attrVals } = context;
  const own = { ...context, unusedAttrNames: allOf(attrNames), unusedAttrVals: allOf(attrVals) };
  const tree = read(text, { context: own });
  if (typeof tree === 'string') return tree;
  const places = new Map(Object.entries(attrVals ?? {}).map(([name, value]) => [value, new Place(name)]));
  return {
    tree: copyOf(tree, (part) => places.get(part)),
    names: without(attrNames, own.unusedAttrNames),
    values: without(attrVals, own.unusedAttrVals),
  };
}

/**
 * Reads an expression once, however often a program sends it: the texts are few, their values many, and a read takes
 * longer than the call that it is part of.
 */
export function readingOnce(read: ReadExpression): ReadExpression {
  const known = new Map<string, Known>();
  return (text, { context }) => {
    if (LOOKS_AT_VALUES.test(text)) return read(text, { context });
    const key = keyOf(text, context);
    const found = known.get(key) ?? learnt(read, text, context);
    if (typeof found === 'string') return found;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
    for (const name of found.names) delete context.unusedAttrNames[name];
    for (const name of found.values) delete context.unusedAttrVals[name];
    return copyOf(found.tree, (part) => (part instanceof Place ? context.attrVals?.[part.name] : undefined));
  };
}
