import * as z from 'zod';
import { newSecret } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { type Draft, EMPTY_DRAFT, requestBody } from '../../../contracts/resident/draft.js';
import { errorsOfProblem, type FieldError, missingFields } from '../../../contracts/resident/field-errors.js';
import { LONGEST_FIELD } from '../../../domain/words/limits.js';
import { fieldErrors } from '../../http/field-errors.js';
import { admitOnPage } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem, retryHeader } from '../../http/problem.js';
import { problemWords } from '../../http/problem-words.js';
import { readForm } from '../../http/read-body.js';
import { whichTown } from '../../http/which-town.js';
import type { Town } from '../../../domain/town/schema.js';
import { mustBeFromOurPage } from '../plain-pages/from-our-page.js';
import { goTo, plainPage } from '../plain-pages/plain-page.js';
import { type ReportForm, reportForm } from '../plain-pages/report-form.js';
import { type Visit, visitOf } from '../plain-pages/visit.js';
import { submitFromPage } from './submit-from-page.js';
import { keySubmission } from './submission-key.js';
import { type SubmissionBody, submissionSchema } from './submission-schema.js';

type Effects = Services<{
  callers: 'count';
  requests: 'read' | 'create';
  towns: 'read' | 'find';
  texts: 'send';
  workflow: 'startRequests';
  floods: 'hold';
}>;

const text = z.string().max(LONGEST_FIELD).default('');
const tick = z.literal('yes').optional();

/** The fields of the form; each is checked like a submission's. */
export const plainForm = z.object({
  key: z.string().max(64).default(''),
  category: text,
  description: text,
  keepNumbers: tick,
  confidential: tick,
  anonymous: tick,
  /** Village and group in one choice, as one depends on the other: `zhukou/3`. */
  place: text,
  name: text,
  phone: text,
  otherName: text,
  otherPhone: text,
  consent: tick,
});

/** `GET /plain`: the form under a key of its own, empty but for the village that a poster's address names. */
export async function showForm(services: Services<{ towns: 'read' | 'find' }>, { event }: HttpCall) {
  const { town } = await whichTown(services, event);
  return formPage(visitOf(event, town), {
    draft: { ...EMPTY_DRAFT, village: villageNamed(event, town) },
    consent: false,
    errors: [],
    key: newSecret(),
  });
}

const villageNamed = ({ queryStringParameters }: HttpCall['event'], { villages }: Town): string =>
  villages.find(({ id }) => id === queryStringParameters?.['village'])?.id ?? '';

/** `POST /plain`: stores the request and goes on to its page; errors are shown in the form, and nothing is stored. */
export async function takeForm(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { event, at } = call;
  const current = await whichTown(services, event);
  const visit = visitOf(event, current.town);
  const { form, body } = read(visit, readForm(call, plainForm));
  if (!body) return formPage(visit, form, 422);
  const submitting = {
    body,
    submission: keySubmission(body.phone, form.key),
    language: visit.language,
    at,
    admit: admitOnPage(services, current.town, { ...call, language: visit.language }, body.phone),
  };
  const submitted = await orRefused(submitFromPage(services, current, submitting));
  if (submitted instanceof Problem) return showRefusal(visit, form, submitted);
  const { record } = submitted;
  return goTo(visit.address(`/plain/r/${record.id}`, { key: record.trackingKey, after: 'received' }));
}

/** The receipt, or why its caller may submit no more at present. */
async function orRefused<T>(submitting: Promise<T>): Promise<T | Problem> {
  try {
    return await submitting;
  } catch (error) {
    if (error instanceof Problem && error.more.retryAfter !== undefined) return error;
    throw error;
  }
}

/** Nothing that was typed is lost: the form again, with what is in the way. */
function showRefusal(visit: Visit, form: ReportForm, problem: Problem) {
  const { status, title } = problemWords(problem.type);
  const message = problem.more.detail ?? title[visit.language];
  const page = formPage(visit, { ...form, errors: [{ message }] }, status);
  return { ...page, headers: { ...page.headers, ...retryHeader(problem) } };
}

const formPage = (visit: Visit, form: ReportForm, status = 200) =>
  plainPage(visit, {
    path: '/plain',
    heading: visit.messages.form.heading,
    current: 'form',
    body: reportForm(visit, form),
    status,
  });

function draftOf(sent: z.output<typeof plainForm>): Draft {
  const [village = '', group = ''] = sent.place.split('/');
  const { category, description, name, phone, otherName, otherPhone } = sent;
  return {
    ...EMPTY_DRAFT,
    category,
    description,
    name,
    phone,
    village,
    group,
    otherName,
    otherPhone,
    keepNumbers: sent.keepNumbers === 'yes',
    confidential: sent.confidential === 'yes',
    anonymous: sent.anonymous === 'yes',
    forOther: (otherName + otherPhone).trim() !== '',
  };
}

/** The form with its errors, or as the submission that it is. */
function read(
  { town, messages, language }: Visit,
  sent: z.output<typeof plainForm>,
): { form: ReportForm; body?: SubmissionBody } {
  const draft = draftOf(sent);
  const consent = sent.consent === 'yes';
  const form = (errors: readonly FieldError[]): ReportForm => ({
    draft,
    consent,
    errors,
    // A form that comes without its key is one anew.
    key: sent.key === '' ? newSecret() : sent.key,
  });
  const missing = missingFields(draft, consent, messages);
  if (missing.length > 0) return { form: form(missing) };
  const parsed = submissionSchema(town).safeParse(requestBody(draft, consent, language), {
    reportInput: true,
  });
  if (parsed.success) return { form: form([]), body: parsed.data };
  const problem = { status: 422, errors: fieldErrors(parsed.error.issues, language) };
  return { form: form(errorsOfProblem(problem, messages)) };
}
