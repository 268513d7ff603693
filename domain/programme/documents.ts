import { PLACEHOLDER_LENGTH } from '../texts/text-keys.js';
import type { Language } from '../town/language.js';
import type { Programme } from '../town/schema.js';

type Document = Programme['documents'][number];

/** The documents still to bring, in the programme's order; `brought` are document ids. */
export function missingDocuments(programme: Programme, brought: readonly string[]): Document[] {
  return programme.documents.filter((document) => !brought.includes(document.id));
}

/**
 * The documents in words for the one-time notification: every one of them in one message. Pass what `missingDocuments` gave to
 * list only those.
 */
export function documentsText(
  programme: Programme,
  language: Language,
  documents = programme.documents,
): string {
  const separator = { 'zh-CN': '、', en: ', ' } as const;
  return documents.map((document) => document.name[language]).join(separator[language]);
}

/**
 * The languages in which the full list would be cut short in a text message. For the check when a programme is imported: a list that is
 * cut breaks the promise to tell everything at once.
 */
export function documentsTooLong(programme: Programme): Language[] {
  const languages: Language[] = ['zh-CN', 'en'];
  return languages.filter(
    (language) => documentsText(programme, language).length > PLACEHOLDER_LENGTH.documents,
  );
}

/** The one-time notification: a resident is told once what to bring; asking again needs a leader's sign-off. */
export function mayNotifyAgain(timesNotified: number, leaderSignedOff: boolean): boolean {
  return timesNotified === 0 || leaderSignedOff;
}
