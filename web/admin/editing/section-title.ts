import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import type { Language } from '../../../domain/words/language.js';
import { sectionNamed } from './section-state.js';

/** The name of the section in an address. */
export const sectionTitle = (section: string, language: Language): string =>
  SECTION_WORDS[sectionNamed(section)].name[language];
