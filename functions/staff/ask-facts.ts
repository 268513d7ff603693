import { type Placeholder, TEXT_KEYS, type TextKey } from '../../domain/texts/text-keys.js';
import type { Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';
import { ASK_FACTS } from '../../contracts/staff/ask.js';

/** What a text names, each by itself. */
export interface AskFact {
  readonly fact: (typeof ASK_FACTS)[number];
  readonly value: string;
}

/** The town as if this member of staff read the language of the page. */
export const speaking = (town: Town, staff: string, language: Language): Town => ({
  ...town,
  staff: town.staff.map((one) => (one.id === staff ? { ...one, language } : one)),
});

/** Only what the text may name. */
export function factsOf(
  key: TextKey,
  values: Partial<Record<Placeholder, string>>,
): { readonly facts: readonly AskFact[]; readonly request?: string } {
  const named: readonly string[] = TEXT_KEYS[key];
  const facts = ASK_FACTS.flatMap((fact) => {
    const value = values[fact] ?? '';
    return named.includes(fact) && value !== '' ? [{ fact, value }] : [];
  });
  const { request } = values;
  return { facts, ...(request === undefined ? {} : { request }) };
}
