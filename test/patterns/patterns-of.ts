import { parse } from '@babel/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** The sources of a folder, by their paths from the root. */
export const sourcesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every node of a syntax tree. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (isNode(value)) {
    yield value;
    for (const [name, one] of Object.entries(value)) if (name !== 'loc') yield* nodesOf(one);
  }
}

/** The patterns that are written out in a file. */
export function writtenIn(file: string): Pattern[] {
  const plugins = file.endsWith('x') ? (['typescript', 'jsx'] as const) : (['typescript'] as const);
  const tree = parse(readFileSync(join(ROOT, file), 'utf8'), { sourceType: 'module', plugins: [...plugins] });
  return [...nodesOf(tree.program)].flatMap(({ type, pattern, flags, loc }) =>
    type === 'RegExpLiteral' && typeof pattern === 'string' && typeof flags === 'string'
      ? [{ where: `${file}:${lineOf(loc)}`, source: pattern, flags }]
      : [],
  );
}

const lineOf = (loc: unknown): string =>
  isNode(loc) && isNode(loc['start']) ? String(loc['start']['line']) : '?';

/** Whether a file puts patterns together. */
export const makesPatterns = (file: string): boolean =>
  readFileSync(join(ROOT, file), 'utf8').includes('new RegExp(');

/** The patterns that these files, and no library for them, put together of parts while they are loaded. */
export function madeBy(files: readonly string[]): Pattern[] {
  const made: Pattern[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, args: [string, string?]) {
      const { source, flags } = new target(...args);
      const [, , maker = ''] = String(new Error('made here').stack).split('\n');
      const where = files.find((file) => maker.includes(`/${file}`));
      if (where !== undefined) made.push({ where, source, flags });
      return new target(...args);
    },
  });
  try {
    jest.resetModules();
    for (const file of files) jest.requireActual(join(ROOT, file));
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
}
