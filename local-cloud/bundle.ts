import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes scripts of this package that Node runs as they are. All lie side by side: threads are run from beside the
 * script that starts them.
 */
export async function bundle(folder: string): Promise<void> {
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: {
      index: 'index.ts',
      'data-folder': 'data-folder.ts',
      interpreter: 'interpreter.ts',
      main: 'main.ts',
      runtime: join('lambda', 'runtime.mjs'),
      'evaluation-thread': join('states-language', 'expressions', 'evaluation-thread.mjs'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Whoever imports two of them gets each class once.
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}
