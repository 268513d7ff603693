import { foldText } from '../words/fold-text.js';
import type { FormField, Programme } from '../town/schema.js';
import type { FormValue } from './form.js';

/** A value for a field, by the field's number in the form, from 1. */
export interface NumberedValue {
  readonly number: number;
  readonly words: string;
}

/**
 * The words of a text as the fields take them. What cannot be read for certain stays as it was written, and the form's
 * own check finds it; a number that no field has becomes a field there is not.
 */
export function readFormValues(
  { form }: Programme,
  values: readonly NumberedValue[],
): Record<string, FormValue> {
  const read = values.map(({ number, words }): [string, FormValue] => {
    const field = form[number - 1];
    return field ? [field.id, valueOf(field, words)] : [String(number), words];
  });
  return Object.fromEntries(read);
}

function valueOf(field: FormField, words: string): FormValue {
  switch (field.type) {
    case 'text':
      return words;
    case 'number':
      return numberOf(words) ?? words;
    case 'date':
      return dateOf(words) ?? words;
    case 'yes-no':
      return yesOrNo(words) ?? words;
    case 'choice':
      return choiceOf(field, words) ?? words;
  }
}

/** "72", "72岁": a unit of one or two characters may follow. */
const NUMBER = /^(-?\d+(?:\.\d+)?)\s*[^\d\s.,]{0,2}$/;

function numberOf(words: string): number | undefined {
  const digits = NUMBER.exec(foldText(words))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** "2026-9-1", "2026/9/1", "2026年9月1日". */
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

function dateOf(words: string): string | undefined {
  const [, year, month = '', day = ''] = DATE.exec(foldText(words)) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const YES = /^(?:是的?|有|对|yes|y)$/;
const NO = /^(?:不是|否|没有?|无|不|no|n)$/;

function yesOrNo(words: string): boolean | undefined {
  const folded = foldText(words);
  if (YES.test(folded)) return true;
  return NO.test(folded) ? false : undefined;
}

/** A choice by its words in either language, or by as much of them as no other choice has: "左" for "左眼". */
function choiceOf({ choices = [] }: FormField, words: string): string | undefined {
  const said = foldText(words);
  const namesOf = ({ value, label }: (typeof choices)[number]) =>
    [value, ...Object.values(label)].map((name) => foldText(name));
  const whole = choices.filter((choice) => namesOf(choice).includes(said));
  const found =
    whole.length > 0 || said === ''
      ? whole
      : choices.filter((choice) => namesOf(choice).some((name) => name.includes(said)));
  return found.length === 1 ? found[0]?.value : undefined;
}
