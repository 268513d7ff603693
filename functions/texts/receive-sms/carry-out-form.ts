import { optionGuide } from '../../../domain/asks/option-words.js';
import { type FilledForm, fillForm } from '../../../domain/programme/fill-form.js';
import { unmetText, wrongText } from '../../../domain/programme/application-words.js';
import type { FormValue } from '../../../domain/programme/form.js';
import { numberedFields } from '../../../domain/programme/form-words.js';
import { readFormValues } from '../../../domain/programme/read-form-values.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { Command } from '../../../domain/sms/command.js';
import { PLACEHOLDER_LENGTH } from '../../../domain/texts/text-keys.js';
import type { Language } from '../../../domain/words/language.js';
import type { FormField, Programme } from '../../../domain/town/schema.js';
import { type Answering, answerAsk } from '../../use-cases/answer-ask.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { replyAnswered } from './reply-answered.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';
import { whichAsk } from './which-ask.js';

type FormCommand = Extract<Command, { name: 'form' }>;
/** Hands in an application by its form, field by field; without values its sender is told the fields. */
export async function takeForm(
  services: Answering,
  received: Received,
  command: FormCommand,
): Promise<Reply> {
  const meant = whichApplication(received, command);
  if ('text' in meant) return meant;
  const reply = await handIn(services, received, command, meant);
  return meant.of === 'request' ? { ...reply, request: meant.subject } : reply;
}

async function handIn(
  services: Answering,
  { current: { town }, sender, text }: Received,
  command: FormCommand,
  meant: SendersAsk,
): Promise<Reply> {
  const record = await services.requests.load(meant.town, meant.subject);
  const programme = programmeOf(record, await rulesIn(services, town, record));
  const { language } = sender;
  if (command.values.length === 0) return replyFields(programme, meant.code, language);
  const values = readFormValues(programme, command.values);
  const filled = fillForm(programme, values, command.reason);
  if (filled.kind !== 'filled')
    return replyUnfilled(programme, filled, { code: meant.code, values }, language);
  await services.requests.keepException(meant.town, meant.subject, filled.exception);
  const answered = await answerAsk(services, town, meant, {
    option: 'done',
    by: sender.staff?.id ?? 'resident',
    form: filled.form,
    at: text.at,
    key: text.id,
  });
  return replyAnswered(answered, { ask: meant, option: 'done', note: '' }, language, town.settings);
}

/** Which fields there are, and how they are filled in. */
export const replyFields = (programme: Programme, code: string, language: Language): Reply => ({
  text: 'reply-form-fields',
  values: { code, fields: fieldsOf(programme, language) },
});

/** The ask with the code, or the sender's only open application. */
function whichApplication(received: Received, { code }: FormCommand): SendersAsk | Reply {
  const meant = whichAsk(received, code, ({ kind }) => kind === 'application');
  if ('text' in meant || meant.kind === 'application') return meant;
  const list = optionGuide(meant.kind, meant.options, received.sender.language);
  return { text: 'reply-bad-option', values: { code: meant.code, list } };
}

/** With what may be chosen, where there is room for it. */
function fieldsOf(programme: Programme, language: Language, only?: readonly FormField[]): string {
  const withChoices = numberedFields(programme, language, { only });
  return withChoices.length <= PLACEHOLDER_LENGTH.fields
    ? withChoices
    : numberedFields(programme, language, { only, choices: false });
}

function replyUnfilled(
  programme: Programme,
  filled: Exclude<FilledForm, { kind: 'filled' }>,
  { code, values }: { code: string; values: Readonly<Record<string, FormValue>> },
  language: Language,
): Reply {
  const and = language === 'en' ? '; ' : '；';
  if (filled.kind === 'ineligible') {
    const unmet = filled.unmet.map((rule) => unmetText(programme, rule, values, language));
    return { text: 'reply-form-ineligible', values: { code, reason: unmet.join(and) } };
  }
  const wrong = new Set(filled.issues.map(({ path }) => path[0]));
  const each = programme.form.flatMap((field, i) =>
    wrong.has(field.id) ? [wrongText(field, i + 1, values[field.id], language)] : [],
  );
  const all = each.join(and);
  // A number that no field has: all of them are listed; where what was given has no room, the fields are.
  const only = each.length > 0 ? programme.form.filter(({ id }) => wrong.has(id)) : undefined;
  const fields =
    each.length > 0 && all.length <= PLACEHOLDER_LENGTH.fields ? all : fieldsOf(programme, language, only);
  return { text: 'reply-form-wrong', values: { code, fields } };
}
