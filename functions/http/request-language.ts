import type { Language } from '../../domain/words/language.js';

interface Asking {
  readonly queryStringParameters?: Record<string, string | undefined> | undefined;
  readonly headers: Record<string, string | undefined>;
}

/** The caller's language, else Chinese: for what is said before, or without, a town. */
export const requestLanguage = (event: Asking): Language => askedLanguage(event) ?? 'zh-CN';

/** The language a caller asks for: `?lang=`, else the first of Accept-Language that we have; undefined for none. */
export function askedLanguage(event: Asking): Language | undefined {
  const asked = [
    event.queryStringParameters?.['lang'] ?? '',
    ...(event.headers['accept-language'] ?? '').split(','),
  ];
  for (const tag of asked) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    if (language === 'en') return 'en';
    if (language === 'zh') return 'zh-CN';
  }
  return undefined;
}
