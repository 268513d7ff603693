import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { Script } from 'node:vm';

/** A function's module as a script: outside names come in as arguments, so that each environment has its own. */
const PARAMETERS = ['exports', 'module', 'require', 'process', 'console', 'importMeta'] as const;

/** Compiled once a bundle, however many environments and links it has: each runs it with variables of its own. */
const scripts = new Map<string, Promise<Script>>();
/** The same of files beside a bundle, which it loads while it runs. */
const beside = new Map<string, Script>();

/** Loaded only by a host that simulates. */
const esbuild = (): typeof import('esbuild') =>
  createRequire(import.meta.filename)('esbuild') as typeof import('esbuild');

const howTransformed = (source: string) =>
  ({
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta': 'importMeta' },
    // An import at run time would go past the environment's own modules.
    supported: { 'dynamic-import': false },
    logLevel: 'silent',
    // A module that brings its sources along keeps them, for a debugger.
    sourcemap: source.includes('\n//# sourceMappingURL=data:') ? 'inline' : false,
  }) as const;

// On the first line, so that lines in stacks stay those of the bundle.
const scriptOfCode = (code: string, filename: string): Script =>
  new Script(`(function (${PARAMETERS.join(', ')}) {${code}\n})`, { filename });

async function compiled(file: string): Promise<Script> {
  const source = await readFile(file, 'utf8');
  const { code } = await esbuild().transform(source, howTransformed(source));
  return scriptOfCode(code, file);
}

/** Whoever requires a file waits for it. */
export function scriptBeside(file: string): Script {
  const known = beside.get(file);
  if (known) return known;
  const source = readFileSync(file, 'utf8');
  const script = scriptOfCode(esbuild().transformSync(source, howTransformed(source)).code, file);
  beside.set(file, script);
  return script;
}

/** A file that is not there is itself: whoever reads it says so. */
export function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

export const isWithin = (folder: string, file: string): boolean => file.startsWith(`${folder}${sep}`);

/** For a bundle that was replaced: the next environment compiles it anew, and what lies beside it. */
export function forgetScript(file: string): void {
  const real = realPathOf(file);
  scripts.delete(real);
  for (const other of beside.keys()) if (isWithin(dirname(real), other)) beside.delete(other);
}

export function scriptOf(file: string): Promise<Script> {
  const real = realPathOf(file);
  const script = scripts.get(real) ?? compiled(real);
  scripts.set(real, script);
  return script;
}
