import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A literal that describes a schema, as the formatter leaves it. */
const DESCRIBED = /\.describe\(\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`$]*`),?\s*\)/g;

/** The answers of a route and its summary, as the formatter leaves them: the document and pages read them, no function. */
const ANSWERS = /^( +)answers: \{(?:$[\s\S]*?^\1\}|.*\}),$/gm;
const SUMMARY = /^ +summary:\s+(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),$/gm;

/** A constant at the outermost level, as the formatter leaves it, whose value is made by calls. */
const MADE =
  /^((?:export )?const \w+(?:: [^=\n]+)? =\s+)(?!async\b)((?:\[|\{|new |\w[\w.]*\s*[.(<])[\s\S]*?);(?=\n+(?:[^\s})\]]|$(?![\s\S])))/gm;

/** A schema among them. */
const SCHEMA =
  /^((?:export )?const \w+(?:: [^=\n]+)? =\s+)((?:z\s*\.|\w+\s*\.(?:extend|omit|pick)\()[\s\S]*?);(?=\n+(?:[^\s})\]]|$(?![\s\S])))/gm;

/** Sources keep their lines, which a debugger counts. */
const without = (source: string, ...parts: readonly RegExp[]): string =>
  parts.reduce((text, part) => text.replace(part, (found) => found.replace(/[^\n]+/g, '')), source);

/** What is taken of a schema is none. */
const TAKEN: ReadonlySet<string> = new Set(['options', 'shape', 'value', 'values', 'parse', 'safeParse']);

/** What makes another schema of one; `adapters/lean-zod.ts` has them. */
const CHANGED: ReadonlySet<string> = new Set(
  (
    'unwrap check min max int positive nonnegative multipleOf trim regex refine superRefine optional nullable ' +
    'readonly default transform describe meta extend pick omit strict exclude'
  ).split(' '),
);

/** Texts, remarks and patterns, which are passed over; brackets; members. */
const PIECE =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\/|(?<=[(,:=]\s*)\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|[([{]|[)\]}]|\.\s*(\w+)/g;

/** The members that an expression takes one after the other, outside of all brackets. */
function membersOf(expression: string): readonly string[] {
  let depth = 0;
  return [...expression.matchAll(PIECE)].flatMap(([piece, member]) => {
    if (/^[([{]$/.test(piece)) depth += 1;
    if (/^[)\]}]$/.test(piece)) depth -= 1;
    return depth === 0 && member !== undefined ? [member] : [];
  });
}

/** The first member of which nobody knows whether a schema or something else comes of it. */
function unknownIn(expression: string, members: readonly string[]): string | undefined {
  const isOfLibrary = /^z\b/.test(expression);
  const makers = isOfLibrary ? (/^(?:iso|coerce)$/.test(members[0] ?? '') ? 2 : 1) : 0;
  const unknown = members.slice(makers).find((member) => !CHANGED.has(member));
  return unknown ?? (expression.trimEnd().endsWith(')') ? undefined : members.at(-1));
}

/**
 * A module whose schemas are written down when they are first asked for anything: most of what it has no call needs.
 * Throws where nobody can say whether a constant is a schema: members of what is none would silently be undefined.
 */
export function withSchemasLater(source: string, path: string): string {
  const text = source.replace(SCHEMA, (found, constant: string, expression: string) => {
    const members = membersOf(expression);
    if (members.some((member) => TAKEN.has(member))) return found;
    const unknown = unknownIn(expression, members);
    if (unknown === undefined) return `${constant}/* @__PURE__ */ schemaLater(() => (${expression}));`;
    const name = /const (\w+)/.exec(constant)?.[1];
    throw new Error(
      `${path}: whether ${name} is a schema is not known of ".${unknown}"; tools/used-alone.ts lists what makes a schema and what is taken of one`,
    );
  });
  // On the first line, so that the others stay what they are.
  return text === source ? source : `import { later as schemaLater } from 'zod'; ${text}`;
}

/** What the contracts say of their schemas is for the document: a tenth of what a page would load of them. */
export const WITHOUT_DESCRIPTIONS: Plugin = {
  name: 'without-descriptions',
  setup(build) {
    build.onLoad({ filter: /\/contracts\/.*\.ts$/ }, async ({ path }) => ({
      contents: without(await readFile(path, 'utf8'), DESCRIBED),
      loader: 'ts',
    }));
  },
};

/**
 * The sources of functions without what nobody of them uses. To make a constant a call may do anything, for all that the
 * bundler knows, and so it stays; in sources of ours none does more than make it, which this tells the bundler.
 */
export const USED_ALONE: Plugin = {
  name: 'used-alone',
  setup(build) {
    build.onLoad(
      { filter: /\/(?:adapters|contracts|domain|functions|towns)\/.*\.ts$/ },
      async ({ path }) => ({
        contents: withSchemasLater(
          without(await readFile(path, 'utf8'), DESCRIBED, ANSWERS, SUMMARY),
          path,
        ).replace(MADE, '$1/* @__PURE__ */ (() => ($2))();'),
        loader: 'ts',
      }),
    );
  },
};
