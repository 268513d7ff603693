import { pathToFileURL } from 'node:url';

/** Runs a module that was named on Node's command line, and not one that was imported. Failure is one line and exit code 1. */
export function asProgram(moduleUrl: string, run: () => Promise<unknown>): void {
  if (moduleUrl !== pathToFileURL(process.argv[1] ?? '').href) return;
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
