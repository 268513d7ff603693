import * as z from 'zod';
import { lintTexts } from '../texts/lint-texts.js';
import { placeholderOf } from '../texts/placeholder.js';
import { STANDARD_TEXTS } from '../texts/standard-texts.js';
import { placeholdersOf } from '../texts/template.js';
import type { TextKey } from '../texts/text-keys.js';
import { type Bilingual, bilingualSchema } from './language.js';
import type { Town, TownSettings } from './schema.js';

type Partly<Whole> = {
  readonly [Name in keyof Whole]?: Whole[Name] extends object ? Partly<Whole[Name]> : Whole[Name];
};

/**
 * What holds where a stored town says nothing, because it was stored before there was such a setting; the next to become required gets its line here. Files
 * of towns that are imported must say it themselves.
 */
const ADDED: Partly<TownSettings> = {
  sms: {
    carrier: { kind: 'sns' },
    summaryAt: '17:00',
    caps: {
      everyday: { resident: 30, staff: 300, town: 5000 },
      emergencies: { resident: 20, staff: 100, town: 500 },
    },
  },
  rounds: { 'deadline-cards': { on: 'working-days', at: '08:30' } },
  cards: { yellow: { workingDaysBefore: 1 }, red: { overdueDay: 1 } },
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is there, with what is missing; what is there stays, whatever it is. */
function completed(there: Fields, missing: Fields): Fields {
  const added = Object.entries(missing).map(([name, value]) => {
    const known = there[name];
    return [
      name,
      known === undefined ? value : isFields(known) && isFields(value) ? completed(known, value) : known,
    ];
  });
  return { ...there, ...Object.fromEntries(added) };
}

/** Whether a town's words for a text name only what this version fills in. */
const canBeSaid = (key: string, words: Bilingual): boolean =>
  [words['zh-CN'], words.en]
    .flatMap(placeholdersOf)
    .every((name) => placeholderOf(key as TextKey, name) !== undefined);

/**
 * Every text of this version, in the town's words where it has such that still hold. Words from before `shape` 1 may spell out digits that mean
 * something else today: those that an import would refuse now are not said any more.
 */
function textsOf(stored: Town['texts'], settings: Pick<TownSettings, 'sms'>, shape: number): Town['texts'] {
  const refused = new Set(shape > 0 ? [] : lintTexts(stored, settings).map(({ key }) => key));
  const own = Object.entries(stored).filter(
    ([key, words]) => Object.hasOwn(STANDARD_TEXTS, key) && canBeSaid(key, words) && !refused.has(key),
  );
  return { ...STANDARD_TEXTS, ...Object.fromEntries(own) };
}

const storedSchema = z.looseObject({
  settings: z.looseObject({}),
  texts: z.record(z.string(), bilingualSchema),
});

/** A town as a version that stored in this shape stored it, with what this version needs besides; not checked yet. */
export function completeStoredTown(stored: Fields, shape: number): Fields {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return stored;
  const settings = completed(read.data.settings, ADDED);
  const texts = textsOf(read.data.texts, settings as TownSettings, shape);
  return { ...stored, settings, texts };
}
