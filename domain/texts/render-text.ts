import { withoutNumbers } from '../privacy/private-numbers.js';
import { dialledPhone, homeOf, textedNumber } from '../contact/national-number.js';
import { cleanWords } from '../words/clean-words.js';
import { DomainError } from '../domain-error.js';
import type { Language } from '../words/language.js';
import type { Town, TownSettings } from '../town/schema.js';
import { cutTo, FEWEST_WORDS, fits, fitWords } from './fit-words.js';
import { clip, placeholderOf } from './placeholder.js';
import { fillTemplate, withoutSpare } from './template.js';
import { type Placeholder, PLACEHOLDER_LENGTH, type TextKey } from './text-keys.js';
import { withoutLinks } from './without-links.js';

export type Values = Readonly<Partial<Record<Placeholder, string>>>;

/** People's own words, of any length, and the room that they have at least. */
const WRITTEN = { words: FEWEST_WORDS, reason: PLACEHOLDER_LENGTH.reason } as const;
/** Characters that people's own words have before it is said who was asked in vain. */
const WORDS_FIRST = 24;

/**
 * A text ready to send: the town's signature, then its template for `key` with the placeholders filled in. Where it
 * would need more parts than it may, it goes without what it can spare, what people wrote is cut to the room that is
 * left, who was asked in vain is left out, and names are cut last. Values that the town's wording does not name are
 * left out. Telephone numbers are written as `reader`, the number that it is sent to, dials them; without one, as all
 * whom the town texts can. Throws `TextMissing`, `TextPlaceholderUnknown` (the template names what this text may not) or
 * `TextValueMissing` (the template names what was not given).
 */
export function renderText(
  town: Pick<Town, 'settings' | 'texts'>,
  key: TextKey,
  language: Language,
  named: Values,
  reader?: string,
): string {
  const given = withDialled(withOwnLinksAlone(named, language), town.settings, reader);
  const signature = town.settings.sms.signature[language];
  const template = templateOf(town, key, language);
  const lean = withoutSpare(template);
  const all = { before: '', ...withWritten(given, (_, said) => said) };
  const everything = signature + fill(template, { key, language, values: all }, whole);
  if (fits(key, everything)) return everything;
  const body = (some: Values, cut: Cut): string =>
    signature + fill(lean, { key, language, values: some }, cut);
  const roomy = withWritten(all, (name, said) => cutTo(said, name === 'words' ? WORDS_FIRST : WRITTEN[name]));
  const values = fits(key, body(roomy, whole)) ? all : { ...all, before: '' };
  const shortest = withWritten(values, (name, said) => cutTo(said, WRITTEN[name]));
  const cut = fits(key, body(shortest, whole)) ? whole : clip;
  return body(
    withWritten(values, (name, said) =>
      fitWords(key, said, WRITTEN[name], (words) => body({ ...shortest, [name]: words }, cut)),
    ),
    cut,
  );
}

type Cut = (placeholder: Placeholder, value: string) => string;
const whole: Cut = (_, value) => value;

/** These hold links that the town signs itself. */
const OWN_LINKS: ReadonlySet<string> = new Set<Placeholder>(['link', 'page']);

const withOwnLinksAlone = (values: Values, language: Language): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      OWN_LINKS.has(name) ? value : withoutLinks(value, language),
    ]),
  );

/** Their values are telephone numbers (E.164), alone or behind names. */
const DIALLED = ['phone', 'calls'] as const satisfies readonly Placeholder[];
const E164 = /\+[1-9]\d{6,14}(?!\d)/g;

function withDialled(values: Values, { sms }: Pick<TownSettings, 'sms'>, reader?: string): Values {
  const home = reader ?? homeOf(sms);
  const dialled = (number: string): string =>
    number === sms.number && home.startsWith('+86') ? textedNumber(number) : dialledPhone(number, home);
  return {
    ...values,
    ...Object.fromEntries(
      DIALLED.flatMap((name) => {
        const value = values[name];
        return value === undefined ? [] : [[name, value.replaceAll(E164, dialled)]];
      }),
    ),
  };
}

/** Numbers that are nobody else's business. */
const PRIVATE = ['identity', 'card'] as const;

/** The values with what people wrote, in one line, changed. */
function withWritten(values: Values, change: (name: keyof typeof WRITTEN, said: string) => string): Values {
  const said = (['words', 'reason'] as const).flatMap((name) => {
    const spoken = values[name];
    if (spoken === undefined) return [];
    const line = cleanWords(spoken).replaceAll(/\s+/g, ' ').trim();
    const written = withoutNumbers(line, PRIVATE);
    // The wording brings its own stop behind a reason.
    const kept = name === 'reason' ? written.replace(/(?<![\s。.，,；;、])[\s。.，,；;、]+$/u, '') : written;
    return [[name, change(name, kept)]];
  });
  return { ...values, ...Object.fromEntries(said) };
}

/** The same without signature and spare parts, every value at its longest, for a part of a text. */
export const renderWords = (
  town: Pick<Town, 'texts'>,
  key: TextKey,
  language: Language,
  values: Values,
): string => fill(withoutSpare(templateOf(town, key, language)), { key, language, values }, clip);

function templateOf({ texts }: Pick<Town, 'texts'>, key: TextKey, language: Language): string {
  const template = texts[key]?.[language];
  if (template === undefined) {
    throw new DomainError('TextMissing', `The town has no text ${key} in ${language}.`, { key, language });
  }
  return template;
}

function fill(
  template: string,
  { key, language, values }: { key: TextKey; language: Language; values: Values },
  cut: Cut,
): string {
  const valueOf = (name: string): string => {
    const placeholder = placeholderOf(key, name);
    const context = { key, language, placeholder: name };
    if (!placeholder)
      throw new DomainError('TextPlaceholderUnknown', `The text ${key} may not name {${name}}.`, context);
    const value = values[placeholder];
    if (value === undefined)
      throw new DomainError('TextValueMissing', `The text ${key} needs a value for {${name}}.`, context);
    return cut(placeholder, value);
  };
  return fillTemplate(template, valueOf);
}
