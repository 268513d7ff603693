import type { Language } from '../../domain/town/language.js';

/** The caller's language: `?lang=`, else the first language of Accept-Language that we have, else Chinese. */
export function requestLanguage(event: {
  queryStringParameters?: Record<string, string | undefined> | undefined;
  headers: Record<string, string | undefined>;
}): Language {
  const asked = [
    event.queryStringParameters?.['lang'] ?? '',
    ...(event.headers['accept-language'] ?? '').split(','),
  ];
  for (const tag of asked) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    if (language === 'en') return 'en';
    if (language === 'zh') return 'zh-CN';
  }
  return 'zh-CN';
}
