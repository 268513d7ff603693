import type { FormField, Programme } from '../domain/town/schema.js';
import type { Language } from '../domain/words/language.js';

/** Something that a field takes, and that its programme's conditions allow. */
function typicalValue(
  { id, type, choices = [], min = 0 }: FormField,
  { eligibility }: Programme,
  language: Language,
): string {
  const rules = eligibility.filter(({ field }) => field === id);
  switch (type) {
    case 'choice':
      return (
        choices.find(({ value }) => rules.every(({ oneOf }) => oneOf?.includes(value) ?? true))?.label[
          language
        ] ?? ''
      );
    case 'yes-no':
      return YES_NO[language][rules.some(({ is }) => is === false) ? 1 : 0];
    case 'number':
      return String(rules.reduce((least, { atLeast = 0 }) => Math.max(least, atLeast), Math.max(min, 1)));
    case 'date':
      return '2026-8-1';
    case 'text':
      return language === 'en' ? 'sample' : '示例';
  }
}

const YES_NO = { 'zh-CN': ['是', '否'], en: ['yes', 'no'] } as const;

/** The form of somebody who meets a programme's conditions: "1=72 2=是". */
export const typicalFields = (programme: Programme, language: Language): string =>
  programme.form
    .flatMap((field, i) => (field.required ? [`${i + 1}=${typicalValue(field, programme, language)}`] : []))
    .join(' ');

/** The same as it is texted: "表 1=72 2=是". */
export const typicalForm = (programme: Programme): string => `表 ${typicalFields(programme, 'zh-CN')}`;
