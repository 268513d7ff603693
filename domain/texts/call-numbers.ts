import type { FurtherContact } from '../town/emergency-schema.js';
import type { Language } from '../words/language.js';
import { PLACEHOLDER_LENGTH } from './text-keys.js';

/** Whom to call, as many as fit whole: "燃气抢修0543-5550119、…". No number is cut; the console shows all. */
export function callNumbers(contacts: readonly FurtherContact[], language: Language): string {
  const between = language === 'en' ? ', ' : '、';
  let all = '';
  for (const { name, phone } of contacts) {
    const named = language === 'en' ? `${name.en} ${phone}` : `${name['zh-CN']}${phone}`;
    const more = all === '' ? named : `${all}${between}${named}`;
    if (more.length > PLACEHOLDER_LENGTH.calls) continue;
    all = more;
  }
  return all;
}
