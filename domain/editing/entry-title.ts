import { textName } from '../texts/text-names.js';
import type { Bilingual } from '../words/language.js';
import { type Entry, isObject, written } from './entry.js';
import { PATHS, weekdayWords } from './field-words.js';
import type { SectionId } from './section-ids.js';

/** What entries of a section are called, by their keys. */
export type NamesOf = (section: SectionId) => ReadonlyMap<string, Bilingual>;

const inBoth = (text: string): Bilingual => ({ 'zh-CN': text, en: text });

const joined = (...parts: readonly Bilingual[]): Bilingual => ({
  'zh-CN': parts.map((part) => part['zh-CN']).join(' · '),
  en: parts.map(({ en }) => en).join(' · '),
});

export const isBilingual = (value: unknown): value is Bilingual =>
  isObject(value) && typeof value['zh-CN'] === 'string' && typeof value['en'] === 'string';

/** The name of what an entry refers to; its key where there is no such thing. */
const named = (names: NamesOf, section: SectionId, key: unknown): Bilingual =>
  names(section).get(written(key)) ?? inBoth(written(key));

/** The field that an entry is called after: beside its title it would stand twice. */
export const titleField = (section: SectionId): string => (section === 'dutyList' ? 'entry' : 'name');

/** What an entry is called where people see it. */
export function entryTitle(section: SectionId, entry: Entry, names: NamesOf): Bilingual {
  const text = (name: string): string => written(entry[name]);
  switch (section) {
    case 'posts':
      return named(names, 'grids', entry['grid']);
    case 'supervisors':
      return joined(named(names, 'staff', entry['staff']), named(names, 'villages', entry['village']));
    case 'reception': {
      const on = text('on');
      return joined(named(names, 'places', entry['place']), weekdayWords(on) ?? inBoth(on));
    }
    case 'examples':
      return inBoth(text('words'));
    case 'deadlines':
      return PATHS[text('path')] ?? inBoth(text('path'));
    case 'texts':
      return textName(text('key'));
    case 'dutyList': {
      const { entry: words } = entry;
      return isBilingual(words) ? words : inBoth(text('id'));
    }
    default: {
      const { name } = entry;
      if (isBilingual(name)) return name;
      return inBoth(typeof name === 'string' && name !== '' ? name : text('id'));
    }
  }
}
