import { withoutNumbers } from '../privacy/private-numbers.js';
import { DomainError } from '../domain-error.js';
import type { Language } from '../town/language.js';
import type { Town } from '../town/schema.js';
import { cutTo, fits, fitWords } from './fit-words.js';
import { clip, placeholderOf } from './placeholder.js';
import { fillTemplate } from './template.js';
import type { Placeholder, TextKey } from './text-keys.js';

export type Values = Readonly<Partial<Record<Placeholder, string>>>;

/**
 * A text ready to send: the town's signature, then its template for `key` with the placeholders filled in and clipped. Values that
 * the town's wording does not name are left out, and so is `before` where there is no room for it. Throws `TextMissing`,
 * `TextPlaceholderUnknown` (the template names what this text may not) or `TextValueMissing` (the template names what was not given).
 */
export const renderText = (
  town: Pick<Town, 'settings' | 'texts'>,
  key: TextKey,
  language: Language,
  values: Values,
): string => {
  const words = oneLine(values.words ?? '');
  const whole = (some: string, before: string): string =>
    town.settings.sms.signature[language] +
    renderWords(town, key, language, { ...values, before, ...(some === '' ? {} : { words: some }) });
  const { before = '' } = values;
  const fitting = fits(key, whole(cutTo(words, WORDS_FIRST), before)) ? before : '';
  return whole(words === '' ? '' : fitWords(key, words, (some) => whole(some, fitting)), fitting);
};

/** Characters that people's own words have before it is said who was asked in vain. */
const WORDS_FIRST = 24;

/** What people wrote, in one line, without numbers that are nobody else's business. */
const oneLine = (words: string): string =>
  withoutNumbers(words.replaceAll(/\s+/g, ' ').trim(), ['identity', 'card']);

/** The same without the signature, for what is a part of a text. */
export function renderWords(
  town: Pick<Town, 'texts'>,
  key: TextKey,
  language: Language,
  values: Values,
): string {
  const template = town.texts[key]?.[language];
  if (template === undefined) {
    throw new DomainError('TextMissing', `The town has no text ${key} in ${language}.`, { key, language });
  }
  const valueOf = (name: string): string => {
    const placeholder = placeholderOf(key, name);
    const context = { key, language, placeholder: name };
    if (!placeholder)
      throw new DomainError('TextPlaceholderUnknown', `The text ${key} may not name {${name}}.`, context);
    const value = values[placeholder];
    if (value === undefined)
      throw new DomainError('TextValueMissing', `The text ${key} needs a value for {${name}}.`, context);
    return clip(placeholder, value);
  };
  return fillTemplate(template, valueOf);
}
