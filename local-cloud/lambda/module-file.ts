import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyError } from '../assembly/assembly-error.js';

/** The module of a handler such as `index.handler` in the folder that holds the code. Throws AssemblyError. */
export function moduleFile(folder: string, handler: string): { file: string; exportName: string } {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new AssemblyError(`the code ${folder} is not a folder`);
  const dot = handler.lastIndexOf('.');
  const candidates = ['mjs', 'js', 'cjs'].map((extension) =>
    join(folder, `${handler.slice(0, dot)}.${extension}`),
  );
  const file = candidates.find((candidate) => existsSync(candidate));
  if (dot < 1 || file === undefined) throw new AssemblyError(`the handler ${handler} is not in ${folder}`);
  return { file, exportName: handler.slice(dot + 1) };
}
