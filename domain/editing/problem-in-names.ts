import type { Bilingual, Language } from '../words/language.js';
import type { NamesOf } from './entry-title.js';
import { choiceWords } from './field-words.js';
import { isSectionId, type SectionId } from './section-ids.js';
import { SECTION_WORDS } from './section-words.js';

/** What a check says before it names something by its code; of the duty list as check-duty-list.ts words it. */
const NOUNS: Readonly<Record<string, SectionId>> = {
  部门: 'departments',
  村: 'villages',
  项目: 'programmes',
  分类: 'categories',
  场所: 'places',
  职责清单中没有: 'dutyList',
  department: 'departments',
  village: 'villages',
  programme: 'programmes',
  category: 'categories',
  place: 'places',
  'the duty list has no entry': 'dutyList',
};
const QUOTED = new RegExp(`(?:(${Object.keys(NOUNS).join('|')}) ?)?["“]([^"“”]{1,80})["”]`, 'g');
const CALLED = [
  'staff',
  'departments',
  'villages',
  'categories',
  'programmes',
  'places',
  'dutyList',
] as const;

/** The sections that stand in files of other names. */
const FILES: Readonly<Record<string, SectionId>> = { groups: 'villages', 'duty-list': 'dutyList' };
const OF_FILES = /（Excel [^）]*）| \(in Excel[^)]*\)/;
/** Names of files, and duties, which stand without quotation marks. In Chinese the blanks around them go with them. */
const PATTERNS: Readonly<Record<Language, { readonly file: RegExp; readonly duty: RegExp }>> = {
  'zh-CN': {
    file: / ?\b(?:([a-z-]+)\.(?:csv|yaml)|programmes\/)(?: |\b|$)/g,
    duty: / ?\b([a-z]+(?:-[a-z]+)*)\b ?/g,
  },
  en: { file: /\b(?:([a-z-]+)\.(?:csv|yaml)\b|programmes\/)/g, duty: /\b([a-z]+-[a-z-]+)\b/g },
};

/**
 * What a check of the files says, as whoever fills in a form would say it: people and things by their names for their
 * codes, parts as the page calls them for their files.
 */
export const inNames = (message: Bilingual, names: NamesOf): Bilingual => ({
  'zh-CN': said(message, names, 'zh-CN'),
  en: said(message, names, 'en'),
});

function said(message: Bilingual, names: NamesOf, language: Language): string {
  const { file, duty } = PATTERNS[language];
  const nameOf = (code: string, noun: string | undefined): string | undefined =>
    (noun === undefined ? CALLED : [NOUNS[noun] ?? 'staff'])
      .map((section) => names(section).get(code)?.[language])
      .find((name) => name !== undefined);
  return message[language]
    .replace(OF_FILES, '')
    .replaceAll(QUOTED, (whole, noun: string | undefined, code: string) => {
      const at = whole.lastIndexOf(code);
      return `${whole.slice(0, at)}${nameOf(code, noun) ?? code}${whole.slice(at + code.length)}`;
    })
    .replaceAll(file, (whole, name: string | undefined) => partOf(name ?? 'programmes', language) ?? whole)
    .replaceAll(duty, (whole, code: string) => dutyOf(code, language) ?? whole);
}

function partOf(file: string, language: Language): string | undefined {
  const id = FILES[file] ?? file;
  const name = isSectionId(id) ? SECTION_WORDS[id].name[language] : undefined;
  if (name === undefined) return undefined;
  // In the marks that the sentence around it has.
  return language === 'en' ? `"${name}"` : `“${name}”`;
}

function dutyOf(code: string, language: Language): string | undefined {
  const name = choiceWords('staff.duty', code)?.[language];
  return language === 'en' ? name?.toLowerCase() : name;
}
