import { parseText } from './parse-text.js';
import { languageSchema } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { fixedWords, placeholdersOf, templateVariants } from '../texts/template.js';
import type { Placeholder } from '../texts/text-keys.js';

/** The sign in place of words that are not shown. */
const HIDDEN = '…';

/** Values of a text that say nothing of a person: numbers, counts, dates and words of the town's own data. */
const SHOWN: ReadonlySet<string> = new Set<Placeholder>([
  'request',
  'other',
  'category',
  'programme',
  'step',
  'due',
  'department',
  'option',
  'options',
  'digit',
  'what',
  'status',
  'dates',
  'points',
  'calls',
  'contact',
  'figures',
  'position',
  'count',
  'cap',
  'findings',
  'carried',
  'reported',
  'handled',
  'closed',
  'overdue',
  'waiting',
  'late',
  'people',
]);

export interface MaskedText {
  /** Which of the town's texts it is, as far as today's wording shows it. */
  readonly key?: string;
  readonly body: string;
}

/** Placeholders side by side: where one of their values ends and the next begins cannot be told. */
const RUN = /((?:\{[^{}]*\})+)/;

/** A template as fixed words and runs of placeholders in turn; it begins and ends with fixed words, perhaps none. */
const piecesOf = (template: string): string[] => template.split(RUN);

/** The values in the gaps of a template, in order: each as short as it can be, the last the rest. */
function valuesIn(template: string, body: string): string[] | undefined {
  const [first = '', ...between] = piecesOf(template).filter((_, i) => i % 2 === 0);
  const last = between.pop();
  if (last === undefined) return body === first ? [] : undefined;
  const end = body.length - last.length;
  if (!body.startsWith(first) || !body.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const words of between) {
    const next = body.indexOf(words, at);
    if (next < 0) return undefined;
    values.push(body.slice(at, next));
    at = next + words.length;
  }
  return at > end ? undefined : [...values, body.slice(at, end)];
}

/**
 * An outgoing text without what people said, who they are, codes and links: found again among the town's wordings, its
 * values are shown only where they are the town's own. One that is found in none, since the town has changed its
 * wording, shows nothing.
 */
export function maskSent({ settings, texts }: Pick<Town, 'settings' | 'texts'>, body: string): MaskedText {
  let best: { key: string; body: string; fixed: number } | undefined;
  for (const [key, wordings] of Object.entries(texts))
    for (const language of languageSchema.options)
      for (const words of templateVariants(wordings[language])) {
        const template = settings.sms.signature[language] + words;
        const fixed = fixedWords(template).length;
        if (best && best.fixed >= fixed) continue;
        const values = valuesIn(template, body);
        if (values) best = { key, body: masked(template, values), fixed };
      }
  return best ? { key: best.key, body: best.body } : { body: HIDDEN };
}

const masked = (template: string, values: readonly string[]): string =>
  piecesOf(template)
    .map((piece, i) => {
      if (i % 2 === 0) return piece;
      const isShown = placeholdersOf(piece).every((name) => SHOWN.has(name));
      return isShown ? (values[(i - 1) / 2] ?? '') : HIDDEN;
    })
    .join('');

/** An incoming text: the option that was chosen, and nothing of the words. */
export function maskReceived(body: string, today: string): MaskedText {
  const { option, keyword, note, command } = parseText(body, today);
  const chosen = option === undefined ? keyword : String(option);
  if (command !== undefined || chosen === undefined) return { body: HIDDEN };
  return { body: note === '' ? chosen : `${chosen} ${HIDDEN}` };
}
