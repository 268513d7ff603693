import type { Allowance } from '../town/allowance.js';
import type { Rung } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import type { SettingsEntry } from './settings-entry.js';

/** What a setting is called, and what whoever changes it should know besides. */
export interface SettingWords {
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
}

/** What a number counts; English tells one from several. */
export type Unit = Bilingual & { readonly one: string };

/** A number also says what it counts. */
export interface CountedWords extends SettingWords {
  readonly unit: Unit;
}

/** What one input asks for, though it may consist of several things. */
type Whole = string | number | boolean | Allowance | Bilingual | Extract<Rung, object>;

type Member<Value> = NonNullable<Value> extends readonly (infer One)[] ? One : NonNullable<Value>;

/** Where in the settings something stands that holds `Kind`: `limits.transfers`, `sms.caps.everyday.town`. */
type PlaceOf<Part, Kind, At extends string = ''> = Part extends Whole
  ? never
  : {
      [Name in keyof Part & string]-?:
        | (Member<Part[Name]> extends Kind ? `${At}${Name}` : never)
        | PlaceOf<Member<Part[Name]>, Kind, `${At}${Name}.`>;
    }[keyof Part & string];

type Counted = PlaceOf<SettingsEntry, number>;
type Place = PlaceOf<SettingsEntry, unknown>;

/** Words for every setting: one without does not compile. */
export type AllSettingWords = {
  readonly [At in Place]: At extends Counted ? CountedWords : SettingWords;
};

export type Setting = keyof SettingsEntry;

/** The words of some settings and all that is in them. */
export type WordsOf<Some extends Setting> = {
  readonly [At in Place as At extends Some | `${Some}.${string}` ? At : never]: AllSettingWords[At];
};

export const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** A setting that is no number. */
export const say = (zh: string, en: string, hint?: Bilingual): SettingWords => ({
  label: both(zh, en),
  ...(hint && { hint }),
});

/** A number of something. */
export const count = (unit: Unit, zh: string, en: string, hint?: Bilingual): CountedWords => ({
  ...say(zh, en, hint),
  unit,
});

const unit = (zh: string, one: string, en = `${one}s`): Unit => ({ ...both(zh, en), one });

/** What numbers count. */
export const UNITS = {
  texts: unit('条', 'text'),
  times: unit('次', 'time'),
  people: unit('人', 'person', 'people'),
  households: unit('户', 'household'),
  questions: unit('个问题', 'question'),
  seconds: unit('秒', 'second'),
  minutes: unit('分钟', 'minute'),
  hours: unit('小时', 'hour'),
  days: unit('天', 'day'),
  workingDays: unit('个工作日', 'working day'),
  metres: unit('米', 'metre'),
  percent: unit('%', 'per cent', 'per cent'),
  money: unit('（本镇币种）', 'in the town’s currency', 'in the town’s currency'),
  dollars: unit('美元', 'US dollar'),
} as const;
