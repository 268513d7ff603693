import type { Language } from '../../domain/words/language.js';

/** What is read letter by letter, in whatever language: numbers of requests and tasks, codes. */
const CODES = /\b[A-Z0-9]{8}(?:-\d+|-retry-\d+)?\b|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b[APS]-[0-9A-Z]{8}\b/g;

/** Words that machines know things by, in what people are to read: in English only what no English word looks like. */
export function machineWordsIn(text: string, language: Language): string[] {
  const words = text.replaceAll(CODES, '');
  return language === 'en'
    ? (words.match(
        /\b[a-z]+(?:[-.][a-z]+)*[=/][\w-]+|\b[a-z]+\.[a-z]+\b|\b[a-z]+[A-Z]\w+|\b[a-z]\d+-[a-z]\b/g,
      ) ?? [])
    : (words.match(/[A-Za-z]{2,}/g) ?? []);
}
