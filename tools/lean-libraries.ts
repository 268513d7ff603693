import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

type Days = Readonly<Record<string, unknown>>;

const unnamed = (days: Days): Days => Object.fromEntries(Object.keys(days).map((day) => [day, '']));

const daysSchema = z.object({ holidays: z.looseObject({}), workdays: z.looseObject({}) });

/** Which days they are; their names, and the days that others are in lieu of, are asked for by nobody. */
function daysAlone(whole: unknown): unknown {
  const { holidays, workdays } = daysSchema.parse(whole);
  return { holidays: unnamed(holidays), workdays: unnamed(workdays) };
}

/** Where the fourth version of the library's data has how a country groups the digits of its numbers. */
const FORMATS = 4;
const numbersSchema = z.looseObject({
  version: z.literal(4),
  countries: z.record(z.string(), z.array(z.unknown())),
});

/** How numbers are told apart; nobody is shown one in the groups of its country. */
function numbersUngrouped(whole: unknown): unknown {
  const { countries, ...rest } = numbersSchema.parse(whole);
  const ungrouped = Object.entries(countries).map(([name, country]) => [
    name,
    country.map((part, i) => (i === FORMATS ? 0 : part)),
  ]);
  return { ...rest, countries: Object.fromEntries(ungrouped) };
}

/** As text, which V8 reads several times as fast as the same written as code. */
const asModule = (data: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;

/** Of a module that nothing calls: whoever does is told so. */
function uncalled(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);
  return [
    `const uncalled = () => { throw new Error('functions describe no schema as JSON Schema'); };`,
    `export { ${names.map((name) => `uncalled as ${name}`).join(', ')} };`,
  ].join('\n');
}

/** Libraries without what no function asks of them: all of it would be read at every cold start. */
export const LEAN_LIBRARIES: Plugin = {
  name: 'lean-libraries',
  setup(build) {
    const data = (filter: RegExp, file: (path: string) => string, lean: (whole: unknown) => unknown): void =>
      build.onLoad({ filter }, async ({ path }) => {
        const whole: unknown = JSON.parse(await readFile(file(path), 'utf8'));
        return { contents: asModule(lean(whole)), loader: 'js' };
      });
    data(/chinese-days[\\/]dist[\\/]chinese-days\.json$/, (path) => path, daysAlone);
    data(
      /libphonenumber-js[\\/]metadata\.min\.json\.js$/,
      (path) => path.replace(/\.js$/, ''),
      numbersUngrouped,
    );
    build.onLoad(
      { filter: /zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/ },
      async ({ path }) => ({ contents: uncalled(await readFile(path, 'utf8')), loader: 'js' }),
    );
  },
};
