import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { addDays } from '../domain/calendar/plain-dates.js';
import { DEFINITIONS, FIGURES, type FigureName } from '../domain/statistics/figures.js';
import { readTown } from '../towns/read-town.js';
import { currentAssembly } from './assembly.js';
import { brokenRules, RULES } from './month/broken-rules.js';
import { liveMonth, type LivedMonth } from './month/live-month.js';
import { recordOf } from './month/month-record.js';
import { MONTH_WORDS, type MonthWords } from './month/month-words.js';
import { languageIn, languageOf } from './language.js';
import { startWordsIn } from './start-words.js';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const ROOT = join(import.meta.dirname, '..');
/** How many breaches of a rule are shown; one line tells as much as a hundred. */
const SHOWN = 5;

const optionsSchema = z.object({
  from: z.iso.date().default('2026-08-01'),
  days: z.coerce.number().int().positive().max(366).default(31),
  requests: z.coerce.number().int().nonnegative().max(100_000).default(900),
  seed: z.coerce.number().int().nonnegative().default(1),
});
type Options = z.output<typeof optionsSchema>;

const shareSchema = z.object({ part: z.number(), of: z.number(), share: z.number().nullable() });
const statisticsSchema = z.object({
  total: z.record(z.string(), z.union([z.number(), z.null(), shareSchema])),
});

function shown(value: number | null | z.output<typeof shareSchema> | undefined): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'number') return String(value);
  const percent = value.share === null ? '-' : `${(value.share * 100).toFixed(1)} %`;
  return `${percent} (${value.part}/${value.of})`;
}

/** The month's figures as anybody can read them. */
async function figuresOf({ cloud }: LivedMonth, { from, days }: Options): Promise<[FigureName, string][]> {
  const to = addDays(from, days - 1);
  const response = await fetch(new URL(`/statistics?from=${from}&to=${to}&by=town`, cloud.url));
  if (response.status !== 200)
    throw new Error(`GET /statistics: ${response.status} ${await response.text()}`);
  const { total } = statisticsSchema.parse(await response.json());
  return FIGURES.map((figure) => [figure, shown(total[figure])]);
}

function printBroken(broken: ReturnType<typeof brokenRules>, words: MonthWords): void {
  console.log(broken.length === 0 ? words.kept(RULES.length) : words.broken);
  for (const { rule, by } of broken) {
    console.log(`  ✗ ${rule}`);
    for (const one of by.slice(0, SHOWN)) console.log(`      ${one}`);
    if (by.length > SHOWN) console.log(`      ${words.more(by.length - SHOWN)}`);
  }
}

/** Whether every rule was kept. */
async function month(options: Options, words: MonthWords): Promise<boolean> {
  const read = readTown(join(ROOT, 'towns/sanhehu'));
  if (!read.ok) throw new Error(startWordsIn(words.language).townProblems('towns/sanhehu'));
  const assembly = await currentAssembly(ROOT, () => console.log(startWordsIn(words.language).stale));
  const { requests, seed, from, days } = options;
  console.log(words.living(requests, from, days, seed));
  const began = performance.now();
  const lived = await liveMonth({
    assembly,
    town: read.town,
    span: { from, days },
    requests,
    seed,
    onDay: (date, brought, texts) => console.log(`  ${words.day(date, brought, texts)}`),
  });
  try {
    const record = await recordOf(lived, read.town, { from, days });
    const { language } = words;
    console.log(`\n${words.figures}`);
    for (const [figure, value] of await figuresOf(lived, options))
      console.log(`  ${DEFINITIONS[figure].name[language]}: ${value}`);
    console.log(`\n${words.people(lived.people.manners)}`);
    const broken = brokenRules(record);
    printBroken(broken, words);
    const { user, system } = process.cpuUsage();
    const seconds = (performance.now() - began) / 1000;
    console.log(words.took(seconds.toFixed(1), ((user + system) / 1e6).toFixed(1)));
    return broken.length === 0;
  } finally {
    await lived.cloud.close();
  }
}

/** Exit codes: 0 every rule was kept, 1 one was broken, 2 called wrongly. */
async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { from: text, days: text, requests: text, seed: text, lang: text, help: { type: 'boolean' } },
    });
    const words = MONTH_WORDS[languageOf(values.lang)];
    if (values.help) {
      console.log(words.help);
      return 0;
    }
    const options = optionsSchema.safeParse(values);
    if (!options.success) {
      const [issue] = options.error.issues;
      console.error(words.badOption(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
      return 2;
    }
    return (await month(options.data, words)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(MONTH_WORDS[languageIn(process.argv)].badOption(error.message));
    return 2;
  }
}

process.exitCode = await main();
