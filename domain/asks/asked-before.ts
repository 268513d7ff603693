import { localDateTimeText } from '../calendar/local-date-time-text.js';
import type { Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import type { PlannedAsk } from './planned-ask.js';

/** The preface to an ask that somebody let pass: who did, or to whoever did it themselves, when it was due. */
export function askedBefore(town: Town, { to, before }: PlannedAsk): string {
  if (to.who !== 'staff' || !before) return '';
  const person = town.staff.find(({ id }) => id === to.staff);
  const language = person?.language ?? town.settings.defaultLanguage;
  if (before.staff === to.staff)
    return DUE[language](localDateTimeText(before.due, town.settings.timeZone, language));
  const silent = town.staff.find(({ id }) => id === before.staff);
  return silent === undefined ? '' : SILENT[language](silent.name);
}

const SILENT: Readonly<Record<Language, (name: string) => string>> = {
  'zh-CN': (name) => `${name}没有答复。`,
  en: (name) => `${name} did not answer. `,
};

const DUE: Readonly<Record<Language, (due: string) => string>> = {
  'zh-CN': (due) => `原应${due}前答复。`,
  en: (due) => `It was due ${due}. `,
};
