import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import type { Language } from '../../../domain/words/language.js';
import { sectionNamed } from './section-state.js';

/** What the section in an address is called. */
export const sectionTitle = (section: string, language: Language): string =>
  SECTION_WORDS[sectionNamed(section)].name[language];
