import { askId } from '../asks/ask-id.js';
import { optionWord } from '../asks/option-words.js';
import type { Language } from '../town/language.js';
import type { Rules } from './decision.js';
import { describeEntry } from './describe-entry.js';
import type { RequestRecord } from './record.js';
import { staffName } from './words.js';

const QUESTION = {
  'zh-CN': '事情已有结果。您满意吗？',
  en: 'There is an outcome. Are you satisfied?',
} as const satisfies Record<Language, string>;

const iso = (at: number): string => new Date(at).toISOString();

/** What the resident sees: how it stands, who owns it, what happens next by when, and what they are asked. */
export function requestView(record: RequestRecord, rules: Rules, language: Language) {
  const confirmation = record.asks.find(({ kind }) => kind === 'confirmation');
  return {
    id: record.id,
    status: record.status,
    path: record.path,
    category: record.category,
    ...(record.grid === undefined ? {} : { grid: record.grid }),
    ...(record.owner === undefined ? {} : { owner: staffName(rules.town, record.owner) }),
    ...(record.dueAt === undefined ? {} : { dueAt: iso(record.dueAt) }),
    ...(record.closedAs === undefined ? {} : { closedAs: record.closedAs }),
    timeline: record.timeline.map((entry) => ({
      at: iso(entry.at),
      type: entry.type,
      text: describeEntry(entry, record, rules, language),
    })),
    ...(confirmation === undefined || record.withdrawnAt !== undefined
      ? {}
      : {
          ask: {
            id: askId(record.id, confirmation.n),
            text: QUESTION[language],
            options: confirmation.options.map((option) => ({
              option,
              label: optionWord(confirmation.kind, option, language),
            })),
          },
        }),
    ...(record.followUps === undefined ? {} : { followUps: record.followUps }),
  };
}
