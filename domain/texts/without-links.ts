import type { Bilingual, Language } from '../words/language.js';

/**
 * Words that a phone makes a link of: an address with its scheme or "www.", or a name with an ending that such names
 * have in messages nobody asked for. A name behind an "@" is an e-mail address.
 */
const LINK =
  /(?<![\w.@-])(?:(?:https?|ftp):\/\/|www\.)[\w.~:/?#@!$&'*+;=%-]+|(?<![\w.@-])(?:[a-z\d-]+\.)+(?:com|cn|net|org|top|xyz|vip|cc|info|me|io|app|shop|site|online|club|link|ltd|tk|ie)(?![\w-])(?:\/[\w.~:/?#@!$&'*+;=%-]*)?/gi;

const INSTEAD: Bilingual = { 'zh-CN': '[链接]', en: '[link]' };

/**
 * Words without the links in them: nobody is to press, in a text of the town's own number, what a stranger wrote; and a
 * carrier that lets no links through would not let the whole text through. Whoever opens the page reads the words as
 * they are.
 */
export const withoutLinks = (words: string, language: Language): string =>
  words.replaceAll(LINK, INSTEAD[language]);
