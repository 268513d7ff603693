import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { DeclaredFunction } from '../functions/function-declaration.js';

/** `ask-person` has `createAskPerson` in its `handler.ts`. */
const factoryOf = (name: string): string =>
  `create${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** The script that Lambda runs: the handler with its declared stores, and with its settings where it has any. */
function entryOf(root: string, { name, door, needs, ungranted, schedule, routes }: DeclaredFunction): string {
  const folder = `functions/${door}/${name}`;
  const factory = factoryOf(name);
  const stores = [...new Set(Object.keys({ ...needs, ...ungranted }))];
  const hasSettings = existsSync(join(root, folder, 'settings.ts'));
  const given = [
    ...(stores.length > 0 ? [`{ ${stores.map((store) => `${store}: ${store}()`).join(', ')} }`] : []),
    ...(hasSettings ? ['SETTINGS'] : []),
  ];
  const made = `${factory}(${given.join(', ')})`;
  const handler = routes.length > 0 ? `throughTheDoor(${made})` : made;
  // Functions that Step Functions and the scheduler call: nothing personal leaves them in an error.
  const isTask = door === 'workflow' || schedule !== undefined;
  return [
    `import { ${factory} } from './${folder}/handler.ts';`,
    ...(stores.length > 0 ? [`import { ${stores.join(', ')} } from './adapters/stores.ts';`] : []),
    ...(hasSettings ? [`import { SETTINGS } from './${folder}/settings.ts';`] : []),
    `import { observed } from './functions/use-cases/observed.ts';`,
    ...(routes.length > 0 ? [`import { throughTheDoor } from './functions/http/through-the-door.ts';`] : []),
    ...(isTask ? [`import { workflowTask } from './functions/use-cases/workflow-task.ts';`] : []),
    `export const handler = observed(${isTask ? `workflowTask('${name}', ${handler})` : handler});`,
  ].join('\n');
}

const NAMESPACE = 'entry-of';

/** How the bundler is told of the entry of a function. */
export const entryPoint = ({ name }: DeclaredFunction) => ({
  in: `${NAMESPACE}:${name}`,
  out: `${name}/index`,
});

/** Makes the entry of each function out of its declaration. */
export const functionEntries = (root: string, functions: readonly DeclaredFunction[]): Plugin => ({
  name: NAMESPACE,
  setup: (build) => {
    const entries = new Map(functions.map((declared) => [declared.name, entryOf(root, declared)]));
    build.onResolve({ filter: new RegExp(`^${NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
      contents: entries.get(path) ?? '',
      resolveDir: root,
      loader: 'ts',
    }));
  },
});
