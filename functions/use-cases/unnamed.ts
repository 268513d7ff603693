import type { Bilingual } from '../../domain/words/language.js';

/** A resident whose name nobody gave, so that no text has a gap. */
export const UNNAMED: Bilingual = { 'zh-CN': '居民', en: 'a resident' };
