import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

type Days = Readonly<Record<string, unknown>>;

const daysSchema = z.object({ holidays: z.looseObject({}), workdays: z.looseObject({}) });

/** 2026-01-01 and 2026-10-01 as "2026 0101 1001". */
function byYear(days: Days): string[] {
  const years = new Map<string, string>();
  for (const day of Object.keys(days)) {
    const [year = '', month = '', date = ''] = day.split('-');
    years.set(year, `${years.get(year) ?? year} ${month}${date}`);
  }
  return [...years.values()];
}

/** The other way round, where a day is first asked for. */
const DAYS_OF = `(years) => Object.fromEntries(years.flatMap((line) => {
  const [year, ...days] = line.split(' ');
  return days.map((day) => [year + '-' + day.slice(0, 2) + '-' + day.slice(2), '']);
}))`;

/** Which days they are; their names, and the days that others are in lieu of, are asked for by nobody. */
function daysAlone(whole: unknown): string {
  const { holidays, workdays } = daysSchema.parse(whole);
  const [off, worked] = [byYear(holidays), byYear(workdays)].map((days) => JSON.stringify(days));
  return `const daysOf = ${DAYS_OF};\nexport default { get holidays() { return daysOf(${off}); }, get workdays() { return daysOf(${worked}); } };`;
}

/** Where the fourth version of the library's data has how a country groups the digits of its numbers. */
const FORMATS = 4;
const numbersSchema = z.looseObject({
  version: z.literal(4),
  countries: z.record(z.string(), z.array(z.unknown())),
});

/** How numbers are told apart; nobody is shown one in the groups of its country. */
function numbersUngrouped(whole: unknown): string {
  const { countries, ...rest } = numbersSchema.parse(whole);
  const ungrouped = Object.entries(countries).map(([name, country]) => [
    name,
    country.map((part, i) => (i === FORMATS ? 0 : part)),
  ]);
  return asModule({ ...rest, countries: Object.fromEntries(ungrouped) });
}

/** As text, which V8 reads several times as fast as the same written as code. */
const asModule = (data: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;

const packageSchema = z.object({ version: z.string() });
/** All that a client of the SDK asks of its own description. */
const versionAlone = (whole: unknown): string => asModule({ version: packageSchema.parse(whole).version });

const refusing = (name: string, kind: string): string =>
  `export class ${name} { constructor() { throw new Error('functions have no ${kind}'); } }`;

/**
 * Modules of the SDK that no function comes to, by where they end: hashing without the crypto of Node, tries that a service
 * slows down (`AWS_RETRY_MODE=adaptive`), the region of an EC2 instance, which Lambda says in the environment.
 */
const UNUSED: Readonly<Record<string, string>> = {
  'checksum/sha256/Sha256Js.js': refusing('Sha256Js', 'hashes but those of node:crypto'),
  'retry/util-retry/AdaptiveRetryStrategy.js': refusing('AdaptiveRetryStrategy', 'tries that adapt'),
  'regionConfig/getInstanceMetadataRegion.js':
    'export const getInstanceMetadataRegion = async () => undefined;',
};

/** Libraries without what no function asks of them: all of it would be read at every cold start. */
export const LEAN_LIBRARIES: Plugin = {
  name: 'lean-libraries',
  setup(build) {
    const data = (filter: RegExp, file: (path: string) => string, lean: (whole: unknown) => string): void =>
      build.onLoad({ filter }, async ({ path }) => {
        const whole: unknown = JSON.parse(await readFile(file(path), 'utf8'));
        return { contents: lean(whole), loader: 'js' };
      });
    data(/chinese-days[\\/]dist[\\/]chinese-days\.json$/, (path) => path, daysAlone);
    data(
      /libphonenumber-js[\\/]metadata\.min\.json\.js$/,
      (path) => path.replace(/\.js$/, ''),
      numbersUngrouped,
    );
    data(/@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/, (path) => path, versionAlone);
    for (const [end, contents] of Object.entries(UNUSED))
      build.onLoad({ filter: new RegExp(`@smithy/core/dist-es/.*/${end.replaceAll('.', '\\.')}$`) }, () => ({
        contents,
        loader: 'js',
      }));
  },
};
