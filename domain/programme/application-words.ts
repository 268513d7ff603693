import type { EligibilityRule, FormField, Programme, StageStep } from '../town/schema.js';
import type { Bilingual, Language } from '../words/language.js';
import { unmetRules } from './eligibility.js';
import { formText, valueText } from './form-words.js';
import type { FormValue, FormValues } from './form.js';

/** The parts of an application, beside the fields of its form, that an approver may be shown. */
export const APPLICANT_PARTS = ['name', 'phone', 'place', 'words', 'photos'] as const;
export type ApplicantPart = (typeof APPLICANT_PARTS)[number];

/** Whether a step is shown a field or a part; where the programme says nothing, all but the resident's words. */
export const shows = ({ sees }: Pick<StageStep, 'sees'>, what: ApplicantPart | (string & {})): boolean =>
  sees === undefined ? what !== 'words' : sees.includes(what);

/** An application as it was handed in. */
export interface Applied {
  readonly form?: FormValues | undefined;
  /** Why it was handed in though it does not meet its programme's conditions. */
  readonly exception?: string | undefined;
  /** Who applies asked not to be named to whoever reads this. */
  readonly unnamed?: boolean | undefined;
}

/** The part of the applicant that a field gives away under any name: an identity number is as good as the name. */
export const PART_HELD: Readonly<Record<NonNullable<FormField['holds']>, ApplicantPart>> = {
  name: 'name',
  phone: 'phone',
  id: 'name',
};

/** The form, as far as the step is shown it. */
export function shownFields(
  programme: Programme,
  step: Pick<StageStep, 'sees'>,
  { form = {}, unnamed = false }: Applied,
  language: Language,
): { readonly label: string; readonly value: string }[] {
  const isShown = ({ id, holds }: FormField): boolean =>
    shows(step, id) && (holds === undefined || (!unnamed && shows(step, PART_HELD[holds])));
  return formText({ ...programme, form: programme.form.filter(isShown) }, form, language);
}

const WANTED: Readonly<Record<'atLeast' | 'atMost', Bilingual>> = {
  atLeast: { 'zh-CN': '不小于{value}', en: 'at least {value}' },
  atMost: { 'zh-CN': '不大于{value}', en: 'at most {value}' },
};
const OR: Bilingual = { 'zh-CN': '或', en: ' or ' };
const NOTHING: Bilingual = { 'zh-CN': '没填', en: 'nothing' };
const UNMET: Bilingual = {
  'zh-CN': '{field}要求{wanted}，填的是{given}',
  en: '{field}: {wanted} wanted, {given} given',
};
const WRONG: Bilingual = {
  'zh-CN': '{field}要填{wanted}，填的是{given}',
  en: '{field}: {wanted} wanted, {given} given',
};

const MISSING: Bilingual = { 'zh-CN': '{field}没填，要填{wanted}', en: '{field}: missing, {wanted}' };

/** The demand of a rule of eligibility on its field. */
function wantedBy(rule: EligibilityRule, field: FormField, language: Language): string {
  const limits = (['atLeast', 'atMost'] as const).flatMap((limit) =>
    rule[limit] === undefined ? [] : [WANTED[limit][language].replace('{value}', String(rule[limit]))],
  );
  const choices = rule.oneOf?.map((value) => valueText(field, value, language)).join(OR[language]);
  const is = rule.is === undefined ? [] : [valueText(field, rule.is, language)];
  return [...limits, ...(choices === undefined ? [] : [choices]), ...is].join(
    language === 'en' ? ', ' : '、',
  );
}

const said = (field: FormField, value: FormValue | undefined, language: Language): string =>
  value === undefined || value === '' ? NOTHING[language] : valueText(field, value, language);

const fill = (sentence: Bilingual, language: Language, values: Readonly<Record<string, string>>): string =>
  sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Which field does not meet a rule, what is wanted, what was given. */
export function unmetText(
  { form }: Programme,
  rule: EligibilityRule,
  values: Readonly<Record<string, FormValue>>,
  language: Language,
): string {
  const field = form.find(({ id }) => id === rule.field);
  if (!field) return rule.otherwise[language];
  const wanted = wantedBy(rule, field, language);
  const given = said(field, values[field.id], language);
  return fill(UNMET, language, { field: field.label[language], wanted, given });
}

const KINDS: Readonly<Record<FormField['type'], Bilingual>> = {
  text: { 'zh-CN': '文字', en: 'words' },
  number: { 'zh-CN': '数字', en: 'a number' },
  date: { 'zh-CN': '日期，如2026-9-1', en: 'a date, 2026-9-1' },
  choice: { 'zh-CN': '', en: '' },
  'yes-no': { 'zh-CN': '是或否', en: 'yes or no' },
};

/** The values that a field takes. */
function wantedIn({ type, choices = [], min, max }: FormField, language: Language): string {
  if (type === 'choice') return choices.map(({ label }) => label[language]).join('/');
  const kind = KINDS[type][language];
  return type === 'number' && (min !== undefined || max !== undefined)
    ? `${kind}${language === 'en' ? ', ' : ''}${min ?? ''}-${max ?? ''}`
    : kind;
}

/** Which field is wrong, what it takes, what was given. */
export const wrongText = (
  field: FormField,
  number: number,
  value: FormValue | undefined,
  language: Language,
): string =>
  fill(value === undefined ? MISSING : WRONG, language, {
    field: `${number}${language === 'en' ? ' ' : ''}${field.label[language]}`,
    wanted: wantedIn(field, language),
    given: language === 'en' ? `"${value ?? ''}"` : `“${value ?? ''}”`,
  });

/** An application that does not meet its programme's conditions, and why it was handed in all the same. */
export interface Exception {
  readonly unmet: readonly string[];
  readonly reason: string;
}

export function exceptionOf(
  programme: Programme,
  { form, exception }: Applied,
  language: Language,
): Exception | undefined {
  if (form === undefined || exception === undefined) return undefined;
  const unmet = unmetRules(programme, form).map((rule) => unmetText(programme, rule, form, language));
  return unmet.length > 0 ? { unmet, reason: exception } : undefined;
}

const EXCEPTION: Bilingual = {
  'zh-CN': '不符合条件：{unmet}；申请理由：{reason}',
  en: 'NOT ELIGIBLE: {unmet}; why: {reason}',
};
const NO_FORM: Bilingual = { 'zh-CN': '没有申请表', en: 'no form' };

/** An application in a few words, for whoever approves it by text: first what speaks against it. */
export function applicationText(
  programme: Programme,
  step: Pick<StageStep, 'sees'>,
  applied: Applied,
  language: Language,
): string {
  if (programme.form.length === 0) return '';
  if (applied.form === undefined) return NO_FORM[language];
  const [and, gap] = language === 'en' ? ['; ', ' '] : ['；', ''];
  const exception = exceptionOf(programme, applied, language);
  const against = exception
    ? [fill(EXCEPTION, language, { unmet: exception.unmet.join(and), reason: exception.reason })]
    : [];
  const fields = shownFields(programme, step, applied, language).map(
    ({ label, value }) => `${label}${gap || '：'}${value}`,
  );
  return [...against, fields.join(language === 'en' ? ', ' : '，')].filter((part) => part !== '').join(and);
}

const MORE: Readonly<Record<'documents' | 'photos', Bilingual>> = {
  documents: { 'zh-CN': '材料：{value}', en: 'Documents: {value}' },
  photos: { 'zh-CN': '照片{value}张，在页面上看', en: '{value} photos, on the page' },
};

/** All that may be told of an application by text. */
export function wholeApplicationText(
  programme: Programme,
  step: Pick<StageStep, 'sees'>,
  applied: Applied & { readonly photos: number },
  language: Language,
): string {
  const documents = programme.documents
    .map(({ name }) => name[language])
    .join(language === 'en' ? ', ' : '、');
  const more = [
    ...(documents === '' ? [] : [fill(MORE.documents, language, { value: documents })]),
    ...(applied.photos > 0 && shows(step, 'photos')
      ? [fill(MORE.photos, language, { value: String(applied.photos) })]
      : []),
  ];
  return [applicationText(programme, step, applied, language), ...more]
    .filter((part) => part !== '')
    .join(language === 'en' ? '. ' : '。');
}
