import * as z from 'zod';
import { MUST_ACT, NEEDED_TO_ACT } from '../texts/must-act.js';
import { placeholdersOf } from '../texts/template.js';
import { TEXT_KEYS, type TextKey } from '../texts/text-keys.js';
import { type Bilingual, bilingualSchema } from '../words/language.js';
import type { Town, TownSettings } from '../town/schema.js';

type Partly<Whole> = {
  readonly [Name in keyof Whole]?: Whole[Name] extends object ? Partly<Whole[Name]> : Whole[Name];
};

/**
 * What holds where a stored town says nothing, because it was stored before there was such a setting; the next to become required gets its line here. Files
 * of towns that are imported must say it themselves.
 */
export const ADDED: Partly<TownSettings> = {
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

/**
 * Whether a town's words for a text name only what this version fills in. Words from before shape 1 may spell out digits that mean something else today,
 * and so do not hold where the text has options; nor do such that leave out what whoever acts on them needs.
 */
function holds(key: TextKey, words: Bilingual | undefined, shape: number): words is Bilingual {
  if (!words) return false;
  const named = [placeholdersOf(words['zh-CN']), placeholdersOf(words.en)];
  const known: readonly string[] = TEXT_KEYS[key];
  const needs = [
    ...(shape === 0 && known.includes('options') ? ['options'] : []),
    ...(MUST_ACT.has(key) ? NEEDED_TO_ACT : []),
  ];
  return named.every(
    (names) => names.every((name) => known.includes(name)) && needs.every((name) => names.includes(name)),
  );
}

const KEYS = Object.keys(TEXT_KEYS) as TextKey[];

/** Every text of this version, in the town's words where it has such that still hold. */
function textsOf(stored: Town['texts'], shape: number, standard: () => Town['texts']): Town['texts'] {
  const kept = KEYS.flatMap((key) => {
    const words = stored[key];
    return holds(key, words, shape) ? [[key, words] as const] : [];
  });
  return { ...(kept.length === KEYS.length ? {} : standard()), ...Object.fromEntries(kept) };
}

const storedSchema = z.looseObject({
  settings: z.looseObject({}),
  texts: z.record(z.string(), bilingualSchema),
});

/**
 * A town as a version that stored in this shape stored it, with what this version needs besides; not checked yet. `standard` has the words of texts
 * for which it has none.
 */
export function completeStoredTown(stored: Fields, shape: number, standard: () => Town['texts']): Fields {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return stored;
  const { settings, texts } = read.data;
  return { ...stored, settings: completed(settings, ADDED), texts: textsOf(texts, shape, standard) };
}
