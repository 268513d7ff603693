import { fixedWords, placeholdersOf, templateVariants } from '../../domain/texts/template.js';
import type { Town } from '../../domain/town/schema.js';

/** A text as a person understands it: which of the town's texts it is, and what fills its gaps. */
export interface ReadText {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

const escape = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Values with a shape of their own, so that the words right before them are not taken for a part of them. */
const SHAPES: Readonly<Record<string, string>> = { code: '[A-Z0-9]{4}', request: '[A-Z0-9]{4}-[A-Z0-9]{4}' };

function patternOf(template: string): RegExp {
  const seen = new Set<string>();
  const pattern = template.split(/\{[^{}]*\}/).map(escape);
  const names = placeholdersOf(template);
  const gaps = names.map((name) => {
    if (seen.has(name)) return '.*?';
    seen.add(name);
    return `(?<${name}>${SHAPES[name] ?? '[^]*?'})`;
  });
  return new RegExp(`^${pattern.map((words, i) => words + (gaps[i] ?? '')).join('')}$`, 'u');
}

/** How many gaps take what has a shape of its own only. */
const shapedGaps = (template: string): number =>
  placeholdersOf(template).filter((name) => Object.hasOwn(SHAPES, name)).length;

/** Reads texts as people do: by what the town's templates say, the most telling first; undefined for none of them. */
export function textReader(town: Town): (body: string) => ReadText | undefined {
  const { signature } = town.settings.sms;
  const patterns = Object.entries(town.texts)
    .flatMap(([key, words]) =>
      (['zh-CN', 'en'] as const).flatMap((language) =>
        templateVariants(words[language]).map((variant) => ({ key, language, words: variant })),
      ),
    )
    .toSorted(
      (a, b) =>
        fixedWords(b.words).length - fixedWords(a.words).length || shapedGaps(b.words) - shapedGaps(a.words),
    )
    .map(({ key, language, words }) => ({
      key,
      signature: signature[language],
      pattern: patternOf(words),
    }));
  return (body) => {
    for (const { key, signature: signed, pattern } of patterns) {
      if (!body.startsWith(signed)) continue;
      const found = pattern.exec(body.slice(signed.length));
      if (found) return { key, values: { ...found.groups } };
    }
    return undefined;
  };
}
