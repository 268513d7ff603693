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
const TAKEN = /\.(?:options|shape|values?|(?:safeP|p)arse\([^()]*\))$/;

/** A module whose schemas are written down when they are first asked for anything: most of what it has no call needs. */
export function withSchemasLater(source: string): string {
  const text = source.replace(SCHEMA, (found, constant: string, schema: string) =>
    TAKEN.test(schema) ? found : `${constant}/* @__PURE__ */ schemaLater(() => (${schema}));`,
  );
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
        ).replace(MADE, '$1/* @__PURE__ */ (() => ($2))();'),
        loader: 'ts',
      }),
    );
  },
};
