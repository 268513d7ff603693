import inspector from 'node:inspector';
import { join } from 'node:path';
import { declaredFunctions } from '../declared-functions.js';
import { FunctionBuilds } from './function-builds.js';
import { replaceFiles } from './replace-files.js';
import { swapFunction } from './swap-function.js';
import type { Watched } from './watch-town.js';

/** Where debuggers of Node look first. */
const PORT = 9229;

/**
 * Puts functions with their sources in place of those that were made small, and opens this process to a debugger on
 * this machine; answers the debugger's address. The functions run in this process.
 */
export async function inspectFunctions(
  root: string,
  { cloud, folder }: Watched,
): Promise<string | undefined> {
  const functions = declaredFunctions(root);
  const built = join(folder, 'inspected');
  await new FunctionBuilds(root, functions).build(functions, built);
  for (const { name } of functions)
    await swapFunction(cloud, name, (to) => replaceFiles(join(built, name), to));
  inspector.open(PORT, '127.0.0.1');
  return inspector.url();
}
