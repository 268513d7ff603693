import type { Bilingual, Language } from '../words/language.js';
import type { FormField, Programme } from '../town/schema.js';
import type { FormValue, FormValues } from './form.js';

const YES_NO: Readonly<Record<'true' | 'false', Bilingual>> = {
  true: { 'zh-CN': '是', en: 'yes' },
  false: { 'zh-CN': '否', en: 'no' },
};

export function valueText(field: FormField, value: FormValue, language: Language): string {
  if (typeof value === 'boolean') return YES_NO[`${value}`][language];
  const choice = field.choices?.find((one) => one.value === value);
  return choice ? choice.label[language] : String(value);
}

/** The form as it was filled in, in its order. */
export const formText = (
  { form }: Programme,
  values: FormValues,
  language: Language,
): { readonly label: string; readonly value: string }[] =>
  form.flatMap((field) => {
    const value = values[field.id];
    return value === undefined
      ? []
      : [{ label: field.label[language], value: valueText(field, value, language) }];
  });

/** "1年龄 3患眼（左眼/右眼）": fields with the numbers by which a text fills them in, and what may be chosen. */
export const numberedFields = (
  { form }: Programme,
  language: Language,
  { only = form, choices = true }: { only?: readonly FormField[] | undefined; choices?: boolean } = {},
): string =>
  form
    .flatMap((field, i) => (only.includes(field) ? [fieldText(field, i + 1, language, choices)] : []))
    .join(' ');

function fieldText(
  { label, choices = [] }: FormField,
  number: number,
  language: Language,
  withChoices: boolean,
): string {
  const name = `${number}${language === 'en' ? ' ' : ''}${label[language]}`;
  if (!withChoices || choices.length === 0) return name;
  const list = choices.map((choice) => choice.label[language]).join('/');
  return language === 'en' ? `${name} (${list})` : `${name}（${list}）`;
}
