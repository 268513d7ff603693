import type { Language } from '../../../domain/words/language.js';
import { usePage } from './page-context.js';

/** The words of one area of the console in each language; a language that lacks one does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

/** The words of an area in the language that is chosen. */
export const useWords = <Words>(catalogue: Catalogue<Words>): Words => catalogue[usePage().language];
