import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** A class of the design system, or a property of its styles: names that say their origin, as long as a line. */
const NAME = /\bawsui_[\w-]+?_[a-z0-9]{5}_[a-z0-9]{4,6}_\d+\b|--[a-z][a-z0-9-]*-[a-z0-9]{6}\b/g;

/** Every name, numbered as it comes in the sheets: the same in every build, whatever else is built. */
function numbered(components: string): ReadonlyMap<string, string> {
  const sheets = readdirSync(components, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .toSorted();
  const names = new Set(
    sheets.flatMap((file) => readFileSync(join(components, file), 'utf8').match(NAME) ?? []),
  );
  return new Map(
    [...names].map((name, n) => [name, `${name.startsWith('--') ? '--' : ''}a${n.toString(36)}`]),
  );
}

/** Shortens the design system's classes and properties, in scripts and styles: a quarter of its styles' weight. */
export function shortNames(root: string): Plugin {
  const short = numbered(join(root, 'node_modules/@cloudscape-design/components'));
  return {
    name: 'short-names',
    setup(build) {
      build.onLoad({ filter: /@cloudscape-design\/.*\.(?:js|css)$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(NAME, (name) => short.get(name) ?? name),
        loader: extname(path) === '.css' ? 'css' : 'js',
      }));
    },
  };
}
