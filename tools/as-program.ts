import { pathToFileURL } from 'node:url';

/** Runs a module named on Node's command line, not an imported one. Failure is one line and exit code 1. */
export function asProgram(moduleUrl: string, run: () => Promise<unknown>): void {
  if (moduleUrl !== pathToFileURL(process.argv[1] ?? '').href) return;
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
