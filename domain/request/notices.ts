import { type Placeholder, TEXT_KEYS, type TextKey } from '../texts/text-keys.js';
import type { Notice, Rules } from './decision.js';
import type { RequestRecord } from './record.js';
import { ownerOf } from './owner-of.js';
import { categoryName, dueText, languageOf, placeName, staffName } from './words.js';

type Values = Partial<Record<Placeholder, string>>;

/** Words in place of an unknown place, so that no text has a gap. */
const UNKNOWN_PLACE = { 'zh-CN': '地点不明', en: 'place unknown' } as const;

/** The values of texts about a request, in the reader's language; its number is filled in where the text is sent. */
function commonValues(record: RequestRecord, rules: Rules, to: Notice['to']): Values {
  const language = languageOf(rules.town, to, record);
  return {
    category: categoryName(record, rules, language),
    place: placeName(record, rules, language) || (to === 'resident' ? '' : UNKNOWN_PLACE[language]),
    due: dueText(record.dueAt, rules, language),
  };
}

/** A notice with the values of its text, and no others: the record remembers notices, and must stay small. */
function notice(to: Notice['to'], text: TextKey, values: Values): Notice {
  const named: readonly string[] = TEXT_KEYS[text];
  const kept = Object.entries(values).filter(([name]) => named.includes(name));
  return { to, text, values: Object.fromEntries(kept) };
}

/** A text to the resident; the person it names is the one who owns the request. */
export const tellResident = (
  record: RequestRecord,
  rules: Rules,
  text: TextKey,
  values: Values = {},
): Notice =>
  notice('resident', text, {
    ...commonValues(record, rules, 'resident'),
    person: staffName(rules.town, ownerOf(record, rules.town)),
    ...values,
  });

export const tellStaff = (
  record: RequestRecord,
  rules: Rules,
  staff: string,
  text: TextKey,
  values: Values = {},
): Notice => notice({ staff }, text, { ...commonValues(record, rules, { staff }), ...values });
