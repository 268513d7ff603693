import type { Danger } from '../town/dangers.js';
import type { Language } from '../words/language.js';
import type { DangerRules, Town } from '../town/schema.js';

export const dangerRules = (town: Pick<Town, 'dangers'>, kind: Danger | undefined): DangerRules | undefined =>
  town.dangers.find(({ id }) => id === kind);

/** The town's name for a kind of danger. */
export const dangerName = (
  kind: Danger | undefined,
  town: Pick<Town, 'dangers'>,
  language: Language,
): string => dangerRules(town, kind)?.name[language] ?? { 'zh-CN': '险情', en: 'Danger' }[language];

/** The advice for somebody in this danger; where the town has none for the kind, whom to call. */
export const adviceOf = (
  kind: Danger | undefined,
  town: Pick<Town, 'dangers' | 'settings'>,
  language: Language,
): string => {
  const numbers = town.settings.emergencyNumbers.join('/');
  return (
    dangerRules(town, kind)?.advice[language] ??
    { 'zh-CN': `有危险请先拨打${numbers}。`, en: `In danger call ${numbers} first.` }[language]
  );
};
