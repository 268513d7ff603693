import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { admitOnPage } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { askedLanguage } from '../../http/request-language.js';
import type { FUNCTION } from './function.js';
import { trackingUrl } from './tracking-url.js';
import { whichTown } from '../../http/which-town.js';
import { problemOfPage } from '../plain-pages/problem-of-page.js';
import { ROUTES } from './routes.js';
import { submitFromPage } from './submit-from-page.js';
import { showForm, takeForm } from './plain-form.js';
import { keySubmission } from './submission-key.js';
import { type SubmissionBody, submissionSchema } from './submission-schema.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

const LONGEST_KEY = 200;

/** `POST /requests`: stores a request, then starts its execution. `GET` and `POST /plain`: the same without scripts. */
export const createSubmitRequest = (services: Effects) =>
  routeHandler(
    'submit-request',
    ROUTES,
    {
      submit: (call) => submit(services, call),
      plainForm: (call) => showForm(services, call),
      plainReport: (call) => takeForm(services, call),
    },
    problemOfPage,
  );

async function submit(services: Effects, call: CallOf<typeof ROUTES.submit>) {
  const { event, at } = call;
  const current = await whichTown(services, event);
  const { settings } = current.town;
  const body = readBody(call, submissionSchema(current.town));
  const { record, first } = await submitFromPage(services, current, {
    body,
    submission: idempotencyKey(call, body) ?? contentKey(body, at, settings.timeZone),
    language: body.language ?? askedLanguage(event) ?? settings.defaultLanguage,
    at,
    admit: admitOnPage(services, current.town, call, body.phone),
  });
  const { id, trackingKey } = record;
  return call.answer(202, {
    id,
    trackingKey,
    trackingUrl: trackingUrl(event, record),
    ...(first ? { sameAs: first.id } : {}),
  });
}

function idempotencyKey({ event }: HttpCall, { phone }: SubmissionBody): string | undefined {
  const key = event.headers['idempotency-key']?.trim();
  if (key === undefined || key === '') return undefined;
  if (key.length <= LONGEST_KEY) return keySubmission(phone, key);
  throw new Problem('invalid-body', [{ field: 'Idempotency-Key', message: `<= ${LONGEST_KEY}` }]);
}

/** Without a key, the same words from the same person on the same day are the same submission. */
const contentKey = (body: SubmissionBody, at: number, timeZone: string): string =>
  `content ${localDate(at, timeZone)} ${JSON.stringify(body)}`;
