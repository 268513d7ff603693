import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

/** A function's module as a script: outside names come in as arguments, so that each environment has its own. */
const PARAMETERS = ['exports', 'module', 'require', 'process', 'console', 'importMeta'] as const;

/** Compiled once a bundle, however many environments and links it has: each runs it with variables of its own. */
const scripts = new Map<string, Promise<Script>>();

async function compiled(file: string): Promise<Script> {
  // Loaded only by a host that simulates.
  const { transform } = createRequire(import.meta.filename)('esbuild') as typeof import('esbuild');
  const source = await readFile(file, 'utf8');
  const { code } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta': 'importMeta' },
    // An import at run time would go past the environment's own modules.
    supported: { 'dynamic-import': false },
    logLevel: 'silent',
    // A module that brings its sources along keeps them, for a debugger.
    sourcemap: source.includes('\n//# sourceMappingURL=data:') ? 'inline' : false,
  });
  // On the first line, so that lines in stacks stay those of the bundle.
  return new Script(`(function (${PARAMETERS.join(', ')}) {${code}\n})`, { filename: file });
}

/** A file that is not there is itself: whoever reads it says so. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** For a bundle that was replaced: the next environment compiles it anew. */
export function forgetScript(file: string): void {
  scripts.delete(realPathOf(file));
}

export function scriptOf(file: string): Promise<Script> {
  const real = realPathOf(file);
  const script = scripts.get(real) ?? compiled(real);
  scripts.set(real, script);
  return script;
}
