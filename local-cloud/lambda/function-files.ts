import type { Console } from 'node:console';
import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import nodeModule, { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

/** A function's module as a script: outside names come in as arguments, so that each environment has its own. */
const PARAMETERS = ['exports', 'module', 'require', 'process', 'console', 'importMeta'] as const;

type Module = (...given: unknown[]) => void;

/** What a function's own folder may have beside its bundle; other files, such as JSON, are the same for all. */
const SCRIPT = /\.[cm]?js$/;

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
function scriptBeside(file: string): Script {
  const known = beside.get(file);
  if (known) return known;
  const source = readFileSync(file, 'utf8');
  const script = scriptOfCode(esbuild().transformSync(source, howTransformed(source)).code, file);
  beside.set(file, script);
  return script;
}

/** A file that is not there is itself: whoever reads it says so. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

const isWithin = (folder: string, file: string): boolean => file.startsWith(`${folder}${sep}`);

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

/** The files of one function in one environment: each runs once, with the environment's own modules. */
export class FilesOfFunction {
  private readonly folder: string;
  private readonly ran = new Map<string, { exports: Record<string, unknown> }>();
  private readonly known: Map<string, unknown>;

  constructor(
    entry: string,
    private readonly globals: { readonly process: NodeJS.Process; readonly console: Console },
    modules: Readonly<Record<string, unknown>>,
  ) {
    this.folder = dirname(realPathOf(entry));
    const module = {
      ...nodeModule,
      createRequire: (from: string | URL) =>
        this.requireFrom(String(from).startsWith('file:') ? fileURLToPath(from) : String(from)),
    };
    this.known = new Map(
      Object.entries({ ...modules, process: globals.process, module }).flatMap(([name, own]) => [
        [name, own],
        [`node:${name}`, own],
      ]),
    );
  }

  run(script: Script, file: string): Record<string, unknown> {
    const module = { exports: {} as Record<string, unknown> };
    const real = realPathOf(file);
    this.ran.set(real, module);
    const meta = { url: pathToFileURL(file).href, dirname: dirname(file), filename: file };
    const { process: ownProcess, console: ownConsole } = this.globals;
    const run = script.runInThisContext() as Module;
    try {
      run(module.exports, module, this.requireFrom(file), ownProcess, ownConsole, meta);
    } catch (error) {
      // As in Node, whoever asks again runs it again.
      this.ran.delete(real);
      throw error;
    }
    return module.exports;
  }

  private requireFrom(file: string): (id: string) => unknown {
    const fromFile = createRequire(file);
    return (id) => {
      const own = this.known.get(id);
      if (own !== undefined) return own;
      const found = id.startsWith('.') ? realPathOf(fromFile.resolve(id)) : '';
      if (!isWithin(this.folder, found) || !SCRIPT.test(found)) return fromFile(id);
      return this.ran.get(found)?.exports ?? this.run(scriptBeside(found), found);
    };
  }
}
