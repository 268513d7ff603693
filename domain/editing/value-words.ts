import { type Allowance, allowanceSchema } from '../town/allowance.js';
import type { Bilingual } from '../words/language.js';
import { type Entry, isObject, written } from './entry.js';
import { isBilingual, type NamesOf } from './entry-title.js';
import type { Bounds, Field, NamedField } from './field.js';
import { choiceWords, fieldWords, PARTIES } from './field-words.js';
import type { Unit } from './setting-words.js';
import { settingWords } from './settings-in-words.js';

const NONE: Bilingual = { 'zh-CN': '（空）', en: '(none)' };
const YES: Bilingual = { 'zh-CN': '是', en: 'yes' };
const NO: Bilingual = { 'zh-CN': '否', en: 'no' };

/** What units of an allowance are called. */
export const UNIT_WORDS: Readonly<Record<string, Bilingual & { readonly one: string }>> = {
  minutes: { 'zh-CN': '分钟', en: 'minutes', one: 'minute' },
  hours: { 'zh-CN': '小时', en: 'hours', one: 'hour' },
  days: { 'zh-CN': '天', en: 'days', one: 'day' },
  workingHours: { 'zh-CN': '个工作小时', en: 'working hours', one: 'working hour' },
  workingDays: { 'zh-CN': '个工作日', en: 'working days', one: 'working day' },
};

/** How long somebody has, in words. */
export function allowanceWords(allowance: Allowance): Bilingual {
  if ('endOfWorkingDay' in allowance) {
    const { cutOff } = allowance.endOfWorkingDay;
    return {
      'zh-CN': `当日下班前（${cutOff} 后收到的为下一个工作日下班前）`,
      en: `by the end of the working day (of the next one after ${cutOff})`,
    };
  }
  const [unit = 'days', amount = 0] = Object.entries(allowance)[0] ?? [];
  const words = UNIT_WORDS[unit];
  return {
    'zh-CN': `${amount}${words?.['zh-CN'] ?? unit}`,
    en: `${amount} ${amount === 1 ? words?.one : words?.en}`,
  };
}

/** The value of a field in words. */
export function valueWords(path: string, field: Field, value: unknown, names: NamesOf): Bilingual {
  if (value === undefined || value === '') return NONE;
  switch (field.kind) {
    case 'yes-no':
    case 'flag':
      return value === true ? YES : NO;
    case 'bilingual':
      return isBilingual(value) ? value : NONE;
    case 'allowance': {
      const read = allowanceSchema.safeParse(value);
      return read.success ? allowanceWords(read.data) : NONE;
    }
    case 'choice':
      return choiceWords(path, written(value)) ?? names('dangers').get(written(value)) ?? plain(value);
    case 'reference':
      return names(field.to).get(written(value)) ?? plain(value);
    case 'party':
      return partyWords(value, names);
    case 'list':
      return listWords(path, field.of, Array.isArray(value) ? value : [], names);
    case 'number':
      return amountWords(value, settingWords(path)?.unit);
    case 'group':
      return isObject(value) ? groupWords(field.fields, value, names) : NONE;
    case 'variant':
      return isObject(value) ? variantWords(path, field, value, names) : NONE;
    default:
      return plain(value);
  }
}

const joined = (each: readonly Bilingual[]): Bilingual => ({
  'zh-CN': each.map((one) => one['zh-CN']).join('、'),
  en: each.map(({ en }) => en).join(', '),
});

const plain = (value: unknown): Bilingual => ({ 'zh-CN': written(value), en: written(value) });

/** A number with what it counts, where that is said. */
function amountWords(amount: unknown, unit: Unit | undefined): Bilingual {
  const number = written(amount);
  if (!unit) return plain(amount);
  return { 'zh-CN': `${number}${unit['zh-CN']}`, en: `${number} ${amount === 1 ? unit.one : unit.en}` };
}

/** Between what the number at a path lies; undefined where nothing is said of it. */
export function boundsWords(path: string, { least, above, most }: Bounds): Bilingual | undefined {
  const unit = settingWords(path)?.unit;
  const [low, over, high] = [least, above, most].map((bound) => amountWords(bound, unit));
  if (most !== undefined && high)
    return least === undefined
      ? { 'zh-CN': `不大于${high['zh-CN']}`, en: `${high.en} at most` }
      : { 'zh-CN': `${least}至${high['zh-CN']}`, en: `${least} to ${high.en}` };
  if (least !== undefined && low) return { 'zh-CN': `不少于${low['zh-CN']}`, en: `at least ${low.en}` };
  if (above !== undefined && over) return { 'zh-CN': `大于${over['zh-CN']}`, en: `more than ${over.en}` };
  return unit;
}

/** Who does a step. */
export function partyWords(value: unknown, names: NamesOf): Bilingual {
  if (isObject(value))
    return names('departments').get(written(value['department'])) ?? plain(value['department']);
  return Object.entries(PARTIES).find(([name]) => name === value)?.[1] ?? plain(value);
}

function listWords(path: string, of: Field, members: readonly unknown[], names: NamesOf): Bilingual {
  if (members.length === 0) return NONE;
  return joined(members.map((member) => valueWords(path, of, member, names)));
}

/** Which variant it is, and all that is in it. */
function variantWords(
  path: string,
  { by, variants }: Extract<Field, { kind: 'variant' }>,
  value: Entry,
  names: NamesOf,
): Bilingual {
  const chosen = written(value[by]);
  const name = choiceWords(`${path}.${by}`, chosen) ?? plain(chosen);
  const { fields = [] } = variants.find((variant) => variant.value === chosen) ?? {};
  if (fields.length === 0) return name;
  const within = groupWords(fields, value, names);
  return { 'zh-CN': `${name['zh-CN']}：${within['zh-CN']}`, en: `${name.en}: ${within.en}` };
}

/** What a group is called by where it has a name of its own, else all that is in it. */
function groupWords(fields: readonly NamedField[], value: Entry, names: NamesOf): Bilingual {
  const called = memberName(value);
  if (called) return called;
  const hours = hoursWords(fields, value, names);
  if (hours) return hours;
  const parts = fields
    .filter(({ name }) => value[name] !== undefined)
    .map(({ name, path, field }) => ({
      label: fieldWords(path) ?? plain(name),
      value: valueWords(path, field, value[name], names),
    }));
  return {
    'zh-CN': parts.map((part) => `${part.label['zh-CN']}：${part.value['zh-CN']}`).join('；'),
    en: parts.map((part) => `${part.label.en}: ${part.value.en}`).join('; '),
  };
}

/** From one time of day to another, and on which days, as a sign on a door says it; undefined where it is something else. */
function hoursWords(fields: readonly NamedField[], value: Entry, names: NamesOf): Bilingual | undefined {
  const { from, to } = value;
  const isTime = (name: string): boolean =>
    fields.some((one) => one.name === name && one.field.kind === 'time');
  if (!isTime('from') || !isTime('to') || !from || !to) return undefined;
  const days = fields
    .filter(({ name }) => name !== 'from' && name !== 'to' && value[name] !== undefined)
    .map(({ name, path, field }) => valueWords(path, field, value[name], names));
  const said = [...days, plain(`${written(from)}–${written(to)}`)];
  return {
    'zh-CN': said.map((one) => one['zh-CN']).join(' '),
    en: said.map(({ en }) => en).join(' '),
  };
}

/** The name of a member of a list, where it has one; of a rule it says enough what people are told by it. */
export function memberName(member: unknown): Bilingual | undefined {
  if (!isObject(member)) return undefined;
  return [member['name'], member['label'], member['otherwise']].find(isBilingual);
}
