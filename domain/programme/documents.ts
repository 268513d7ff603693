import { foldText } from '../words/fold-text.js';
import { PLACEHOLDER_LENGTH } from '../texts/text-keys.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Programme, Town } from '../town/schema.js';

type Document = Programme['documents'][number];

/** Documents in words for the one-time notification: every one of them in one message. */
export function documentsText(
  programme: Programme,
  language: Language,
  documents = programme.documents,
): string {
  const separator = { 'zh-CN': '、', en: ', ' } as const;
  return documents.map((document) => document.name[language]).join(separator[language]);
}

/**
 * The languages in which the full list would be cut short in a text message. For the check when a programme is
 * imported: a list that is cut breaks the promise to tell everything at once.
 */
export function documentsTooLong(programme: Programme): Language[] {
  const languages: Language[] = ['zh-CN', 'en'];
  return languages.filter(
    (language) => documentsText(programme, language).length > PLACEHOLDER_LENGTH.documents,
  );
}

/** The documents with these numbers in words, in the programme's order. */
export const documentNames = (programme: Programme, numbers: readonly number[], language: Language): string =>
  documentsText(
    programme,
    language,
    programme.documents.filter((_document, i) => numbers.includes(i + 1)),
  );

/** "1身份证 2户口本": the programme's documents with the numbers by which the staff name them. */
export const numberedDocuments = ({ documents }: Programme, language: Language): string =>
  documents.map(({ name }, i) => `${i + 1}${language === 'en' ? ' ' : ''}${name[language]}`).join(' ');

/** Numbers at the beginning, with whatever people put between them: "2 3", "2、3和4". */
const NUMBERS = /^(?:\d{1,2}(?!\d)(?:and\b|[\s,.;、。和及&])*)+/;

/**
 * The numbers of the documents that somebody named: by these numbers or by their names; with no words at all, every
 * one. Undefined when the words name none, or one there is not: what is missing is not guessed at.
 */
export function readDocuments({ documents }: Programme, words = ''): number[] | undefined {
  const folded = foldText(words);
  const all = documents.map((_document, i) => i + 1);
  if (folded === '') return all;
  const numbers = NUMBERS.exec(folded)?.[0].match(/\d+/g)?.map(Number) ?? [];
  const isNamed = ({ name }: Document): boolean =>
    Object.values(name).some((one) => folded.includes(foldText(one)));
  const named = documents.flatMap((document, i) =>
    numbers.includes(i + 1) || isNamed(document) ? [i + 1] : [],
  );
  return numbers.every((number) => all.includes(number)) && named.length > 0 ? named : undefined;
}

/** The documents to have ready for this kind of request. */
export const documentsOf = (
  { categories, programmes }: Pick<Town, 'categories' | 'programmes'>,
  category: string,
): Bilingual[] => {
  const programme = categories.find(({ id }) => id === category)?.programme;
  return programmes.find(({ id }) => id === programme)?.documents.map(({ name }) => name) ?? [];
};
