import { optionGuide } from '../../../domain/asks/option-words.js';
import { type FilledForm, fillForm } from '../../../domain/programme/fill-form.js';
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
/** An application is handed in by its form, field by field; without values its sender is told which fields there are. */
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
  const values = { code: meant.code, fields: fieldsOf(programme, language) };
  if (command.values.length === 0) return { text: 'reply-form-fields', values };
  const filled = fillForm(programme, readFormValues(programme, command.values));
  if (filled.kind !== 'filled') return replyUnfilled(programme, filled, meant.code, language);
  const answered = await answerAsk(services, town, meant, {
    option: 'done',
    by: sender.staff?.id ?? 'resident',
    form: filled.form,
    at: text.at,
    key: text.id,
  });
  return replyAnswered(answered, { ask: meant, option: 'done', note: '' }, language);
}

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
  code: string,
  language: Language,
): Reply {
  if (filled.kind === 'ineligible') {
    const reason = filled.unmet[0]?.otherwise[language] ?? '';
    return { text: 'reply-form-ineligible', values: { code, reason } };
  }
  const wrong = new Set(filled.issues.map(({ path }) => path[0]));
  const fields = programme.form.filter(({ id }) => wrong.has(id));
  // A number that no field has: all of them are listed.
  const list = fieldsOf(programme, language, fields.length > 0 ? fields : undefined);
  return { text: 'reply-form-wrong', values: { code, fields: list } };
}
