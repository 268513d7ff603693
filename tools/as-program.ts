import { pathToFileURL } from 'node:url';

/**
 * Runs a module named on Node's command line, not an imported one. A number that it answers is the exit code; failure
 * is one line and exit code 1.
 */
export function asProgram(moduleUrl: string, run: () => Promise<unknown>): void {
  if (moduleUrl !== pathToFileURL(process.argv[1] ?? '').href) return;
  run()
    .then((code) => {
      if (typeof code === 'number') process.exitCode = code;
    })
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
