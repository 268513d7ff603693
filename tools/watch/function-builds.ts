import { build, type Metafile } from 'esbuild';
import type { DeclaredFunction } from '../../functions/function-declaration.js';
import { FUNCTION_OPTIONS } from '../bundle.js';
import { entryPoint, functionEntries } from '../function-entry.js';

/**
 * What stays readable is built sooner, too; a debugger finds the sources in it. Libraries are whole: the form of a town,
 * which may change while one watches, is told from its JSON Schema.
 */
const { zod: _lean, ...alias } = FUNCTION_OPTIONS.alias;
const OPTIONS = {
  ...FUNCTION_OPTIONS,
  alias,
  minify: false,
  sourcemap: 'inline',
  sourcesContent: true,
  logLevel: 'silent',
} as const;

/** Which sources each function is made of, and how one is built anew. */
export class FunctionBuilds {
  private readonly sources = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly root: string,
    private functions: readonly DeclaredFunction[],
  ) {}

  /** Takes over what is declared now, and looks which sources it is made of. Nothing is written. */
  async learn(functions: readonly DeclaredFunction[] = this.functions): Promise<void> {
    this.functions = functions;
    const { metafile } = await build({ ...this.options(functions), write: false, outdir: 'nowhere' });
    this.note(metafile);
  }

  /** The functions that these files are part of. */
  madeOf(files: readonly string[]): DeclaredFunction[] {
    return this.functions.filter(({ name }) => files.some((file) => this.sources.get(name)?.has(file)));
  }

  /** Builds these into `outdir/<name>/index.mjs`. Rejects with what is wrong with the sources. */
  async build(functions: readonly DeclaredFunction[], outdir: string): Promise<void> {
    const { metafile } = await build({ ...this.options(functions), outdir });
    this.note(metafile);
  }

  private options(functions: readonly DeclaredFunction[]) {
    return {
      ...OPTIONS,
      absWorkingDir: this.root,
      entryPoints: functions.map(entryPoint),
      plugins: [functionEntries(this.root, functions)],
    };
  }

  private note({ outputs }: Metafile): void {
    for (const [file, { inputs }] of Object.entries(outputs)) {
      const name = /([^/]+)\/index\.mjs$/.exec(file)?.[1];
      if (name !== undefined) this.sources.set(name, new Set(Object.keys(inputs)));
    }
  }
}
