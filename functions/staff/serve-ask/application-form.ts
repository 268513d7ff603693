import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { unmetText } from '../../../domain/programme/application-words.js';
import { fillForm } from '../../../domain/programme/fill-form.js';
import type { FormValues } from '../../../domain/programme/form.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { Programme } from '../../../domain/town/schema.js';
import type { Bilingual, Language } from '../../../domain/words/language.js';
import { fieldErrors } from '../../http/field-errors.js';
import type { HttpCall } from '../../http/http-handler.js';
import { type FieldError, Problem } from '../../http/problem.js';
import { loadRules } from '../../use-cases/load-rules.js';

const NO_FORM: Bilingual = {
  'zh-CN': '只有提交申请时才填表',
  en: 'belongs to an application that is handed in, and to nothing else',
};

interface Handed {
  readonly option: AskOption;
  readonly form?: FormValues | undefined;
  readonly exception?: string | undefined;
}

/** The form that came with an answer, if the programme takes it; else a problem with each field's error. */
export async function checkedForm(
  services: Services<{ requests: 'read' | 'readPerson' | 'tellMore'; towns: 'read' }>,
  ask: Pick<AskItem, 'town' | 'subject' | 'kind'>,
  { option, form, exception }: Handed,
  { language }: HttpCall,
): Promise<FormValues | undefined> {
  if (ask.kind !== 'application' || option !== 'done') {
    if (form) throw wrong([{ field: '', message: NO_FORM[language] }]);
    return undefined;
  }
  const record = await services.requests.load(ask.town, ask.subject);
  const programme = programmeOf(record, await loadRules(services, record));
  // The form that was filled in before is handed in again as it is.
  const before = form ? undefined : (await services.requests.findPerson(ask.town, ask.subject))?.form;
  if (before || (!form && fillForm(programme, {}).kind === 'filled')) return undefined;
  const filled = fillForm(programme, form ?? {}, exception);
  switch (filled.kind) {
    case 'filled':
      await services.requests.keepException(ask.town, ask.subject, filled.exception);
      return filled.form;
    case 'wrong':
      throw wrong(fieldErrors(filled.issues, language).map((error) => named(programme, error, language)));
    case 'ineligible':
      throw wrong(
        filled.unmet.map((rule) => ({
          field: `/${rule.field}`,
          message: [unmetText(programme, rule, form ?? {}, language), rule.otherwise[language]].join(
            language === 'en' ? '. ' : '。',
          ),
        })),
      );
  }
}

/** What is wrong, behind the name of its field: a list of errors stands apart from the form. */
function named({ form }: Programme, { field, message }: FieldError, language: Language): FieldError {
  const label = form.find(({ id }) => field === `/${id}`)?.label[language];
  const between = language === 'en' ? ' ' : '：';
  return label === undefined ? { field, message } : { field, message: `${label}${between}${message}` };
}

const wrong = (errors: readonly FieldError[]): Problem =>
  new Problem(
    'invalid-body',
    errors.map(({ field, message }) => ({ field: `/form${field}`, message })),
  );
