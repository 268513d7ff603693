import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import type { DeclaredFunction, FunctionDeclaration } from '../functions/function-declaration.js';

/** A function's folder: `functions/<door>/<name>`. */
export interface FunctionFolder {
  readonly door: string;
  readonly name: string;
  readonly path: string;
}

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The folders of all functions: a handler and its declaration, neither without the other. */
export function functionFolders(root: string): FunctionFolder[] {
  const folders = foldersIn(join(root, 'functions')).flatMap((door) =>
    foldersIn(join(root, 'functions', door)).map((name) => ({
      door,
      name,
      path: `functions/${door}/${name}`,
    })),
  );
  const has = (file: string) => (folder: FunctionFolder) => existsSync(join(root, folder.path, file));
  const found = folders.filter((folder) => has('function.ts')(folder) || has('handler.ts')(folder));
  const missing = ['function.ts', 'handler.ts'].flatMap((file) =>
    found.filter((folder) => !has(file)(folder)).map(({ path }) => `${path}/${file} is missing`),
  );
  if (missing.length > 0) throw new Error(`cannot bundle:\n  ${missing.sort().join('\n  ')}`);
  return found;
}

/**
 * The declarations of all functions, read from their folders; there is no other list. They are run as one script,
 * whoever asks: the tools, which read TypeScript, and the tests, which are transformed.
 */
export function declaredFunctions(root: string): DeclaredFunction[] {
  const folders = functionFolders(root);
  const imports = folders.map(
    ({ path }, n) => `import { FUNCTION as declared${n} } from './${path}/function.ts';`,
  );
  const contents = `${imports.join('\n')}\nexport const all = [${folders.map((_, n) => `declared${n}`).join()}];`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'declared',
    platform: 'node',
  });
  const script = `(() => { ${outputFiles[0]?.text ?? ''}; return declared.all; })()`;
  const declarations = runInThisContext(script) as readonly FunctionDeclaration[];
  return folders.map(({ name, door }, n) => asData(name, door, declarations[n]));
}

function asData(name: string, door: string, declared: FunctionDeclaration | undefined): DeclaredFunction {
  if (declared === undefined) throw new Error(`functions/${door}/${name}/function.ts declares no FUNCTION`);
  const routes = Object.values(declared.routes ?? {}).map(({ method, path, permission }) => ({
    method,
    path,
    permission,
  }));
  return JSON.parse(JSON.stringify({ name, door, ...declared, routes })) as DeclaredFunction;
}
