import { ASK_KINDS, type AskKind, type OptionRule } from '../asks/ask-kinds.js';
import { lintTexts } from '../texts/lint-texts.js';
import type { Language } from './language.js';
import type { Town } from './schema.js';
import { type TownProblem, problemAt } from './town-problem.js';

/** Every text is there, fits two parts, and every question states its options as they will be understood. */
export const checkTexts = (town: Town): TownProblem[] => [
  ...lintTexts(withoutEmpty(town.texts), town.settings).map(({ key, language, problem }) =>
    problemAt(['texts', key, language], problem.en, problem['zh-CN']),
  ),
  ...ASKING_TEXTS.flatMap((asking) =>
    (['zh-CN', 'en'] as const).flatMap((language) => checkStatedOptions(town, asking, language)),
  ),
];

/** An importer leaves empty what one language lacks; a key that nobody uses is then reported where it stands only. */
const withoutEmpty = (texts: Town['texts']): Record<string, Partial<Town['texts'][string]>> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      Object.fromEntries(Object.entries(text).filter(([, words]) => words !== '')),
    ]),
  );

interface AskingText {
  readonly key: string;
  readonly options: readonly OptionRule[];
}

const asking = (kind: AskKind): AskingText => ({
  key: `ask-${kind}`,
  options: ASK_KINDS[kind].filter(({ option }) => option !== 'same'),
});

/** The texts that ask; "the same event" is only offered by those about a possible duplicate. */
const ASKING_TEXTS: readonly AskingText[] = [
  ...(
    [
      'placement',
      'acceptance',
      'taking-up',
      'outcome',
      'application',
      'approval',
      'appointment',
      'report',
      'settlement',
      'confirmation',
      'attention',
    ] as const
  ).map(asking),
  { key: 'ask-acceptance-duplicate', options: ASK_KINDS.acceptance },
  // Two reports of one event leave no room for what is seldom needed there.
  { key: 'ask-report-duplicate', options: ASK_KINDS.report.filter(({ option }) => option !== 'aid') },
];

/** A cadre answers with the digit that the text shows, so digit and word must be those of the vocabulary. */
function checkStatedOptions(town: Town, { key, options }: AskingText, language: Language): TownProblem[] {
  const text = town.texts[key]?.[language].toLowerCase();
  if (!text) return [];
  return options
    .filter(
      ({ number, keywords }) =>
        !keywords.some((word) => text.includes(`${number}${word}`) || text.includes(`${number} ${word}`)),
    )
    .map(({ number, keywords }) =>
      problemAt(
        ['texts', key, language],
        `must state its option ${number} as "${number} ${keywords.join('", or "' + number + ' ')}"`,
        `须写明选项 ${number}，如“${number}${keywords[0]}”`,
      ),
    );
}
