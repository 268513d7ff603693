import { type Placeholder, TEXT_KEYS, type TextKey } from '../../domain/texts/text-keys.js';
import type { Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';
import { shownPhone } from '../../contracts/pages/telephone.js';
import { ASK_FACTS } from '../../contracts/staff/ask.js';

/** A fact in a text, by itself. */
export interface AskFact {
  readonly fact: (typeof ASK_FACTS)[number];
  readonly value: string;
  /** Of a telephone number: how people of the town read it. */
  readonly shown?: string;
}

/** The town as if this member of staff read the language of the page. */
export const speaking = (town: Town, staff: string, language: Language): Town => ({
  ...town,
  staff: town.staff.map((one) => (one.id === staff ? { ...one, language } : one)),
});

/** A telephone number, to be called and to be read. */
export const phoneFact = ({ settings }: Town, value: string): AskFact => ({
  fact: 'phone',
  value,
  shown: shownPhone(value, settings.sms.number),
});

/** Only what the text may name. */
export function factsOf(
  town: Town,
  key: TextKey,
  values: Partial<Record<Placeholder, string>>,
): { readonly facts: readonly AskFact[]; readonly request?: string } {
  const named: readonly string[] = TEXT_KEYS[key];
  const facts = ASK_FACTS.flatMap((fact) => {
    const value = values[fact] ?? '';
    if (!named.includes(fact) || value === '') return [];
    return [fact === 'phone' ? phoneFact(town, value) : { fact, value }];
  });
  const { request } = values;
  return { facts, ...(request === undefined ? {} : { request }) };
}
