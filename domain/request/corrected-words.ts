import { showRequestId } from '../codes/request-id.js';
import type { Bilingual, Language } from '../words/language.js';
import { placeOfCode } from './correction.js';
import { dangerName } from './danger-words.js';
import type { Rules } from './decision.js';
import { CLOSED_AS, PATH_NAMES } from './status-words.js';
import { pathSchema } from '../town/field-schemas.js';
import { DANGERS } from '../town/dangers.js';
import type { Correctable, EntryOf } from './timeline.js';
import { categoryTitle, placeName, staffName } from './words.js';
import { closedAsSchema } from './timeline.js';

export const CORRECTED_NAMES: Readonly<Record<Correctable, Bilingual>> = {
  category: { 'zh-CN': '类别', en: 'category' },
  danger: { 'zh-CN': '险情', en: 'danger' },
  path: { 'zh-CN': '办理方式', en: 'path' },
  place: { 'zh-CN': '地点', en: 'place' },
  owner: { 'zh-CN': '首问责任人', en: 'owner' },
  handler: { 'zh-CN': '经办人', en: 'handler' },
  department: { 'zh-CN': '承办部门', en: 'department' },
  outcome: { 'zh-CN': '办理结果', en: 'outcome' },
  joined: { 'zh-CN': '合并的诉求', en: 'joined to' },
};

const NOTHING: Bilingual = { 'zh-CN': '无', en: 'none' };
const OUTCOMES: Readonly<Record<string, Bilingual>> = {
  done: { 'zh-CN': '已办结', en: 'done' },
  refused: { 'zh-CN': '不予办理', en: 'refused' },
  'not-done': { 'zh-CN': '未办', en: 'not done' },
  approved: { 'zh-CN': '同意，继续办理', en: 'agreed to, goes on' },
};

type Corrected = Pick<EntryOf<'corrected'>, 'what' | 'was' | 'now'>;

/** A corrected value, old or new, as people name it. */
export function correctedValue(
  { what }: Pick<Corrected, 'what'>,
  value: string,
  { town }: Rules,
  language: Language,
): string {
  if (value === '') return NOTHING[language];
  switch (what) {
    case 'category':
      return categoryTitle(town, value)[language];
    case 'danger':
      return value === 'none'
        ? NOTHING[language]
        : dangerName(
            DANGERS.find((kind) => kind === value),
            town,
            language,
          );
    case 'path':
      return PATH_NAMES[pathSchema.parse(value)][language];
    case 'place':
      return placeName(placeOfCode(value), { town }, language) || NOTHING[language];
    case 'owner':
      return staffName(town, value) || value;
    case 'handler':
    case 'department':
      return (
        staffName(town, value) || town.departments.find(({ id }) => id === value)?.name[language] || value
      );
    case 'outcome':
      return outcomeName(value, language);
    case 'joined':
      return showRequestId(value);
  }
}

function outcomeName(value: string, language: Language): string {
  const closed = closedAsSchema.safeParse(value);
  return OUTCOMES[value]?.[language] ?? (closed.success ? CLOSED_AS[closed.data][language] : value);
}

/** Several at once: "类别由路灯改为燃气", "category gas leak, not street light". */
export const correctedWords = (changes: readonly Corrected[], rules: Rules, language: Language): string =>
  changes
    .map((change) => {
      const [was, now] = [change.was, change.now].map((value) =>
        correctedValue(change, value, rules, language),
      );
      const name = CORRECTED_NAMES[change.what][language];
      if (was === NOTHING[language]) return language === 'en' ? `${name} ${now}` : `${name}改为${now}`;
      return language === 'en' ? `${name} ${now}, not ${was}` : `${name}由${was}改为${now}`;
    })
    .join(language === 'en' ? '; ' : '；');
