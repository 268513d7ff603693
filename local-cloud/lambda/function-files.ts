import type { Console } from 'node:console';
import nodeModule, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Script } from 'node:vm';
import { isWithin, realPathOf, scriptBeside } from './bundle-script.js';

/** What a function's own folder may have beside its bundle; other files, such as JSON, are the same for all. */
const SCRIPT = /\.[cm]?js$/;

type Module = (...given: unknown[]) => void;

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
      // oxlint-disable-next-line typescript/no-misused-spread -- what else the module exports hangs on the class
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
    // Beside import and require; by it, too, a function in the host's thread gets modules of its own.
    globals.process.getBuiltinModule = (id: string) => this.known.get(id) ?? process.getBuiltinModule(id);
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
