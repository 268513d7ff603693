import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { admitOnPage } from '../../http/caller-limits.js';
import { type HttpCall, httpHandler, json } from '../../http/http-handler.js';
import { Problem, problemResponse } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { askedLanguage } from '../../http/request-language.js';
import { trackingUrl } from './tracking-url.js';
import { whichTown } from '../../http/which-town.js';
import { plainProblem } from '../plain-pages/plain-page.js';
import { fileRequest } from './file-request.js';
import { showForm, takeForm } from './plain-form.js';
import { keySubmission } from './submission-key.js';
import { type SubmissionBody, submissionSchema } from './submission-schema.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'workflow' | 'callers' | 'floods' | 'texts'>;

const LONGEST_KEY = 200;

const isPlain = (routeKey: string): boolean => routeKey.endsWith(' /plain');

/** `POST /requests`: stores a request, then starts its execution. `GET` and `POST /plain`: the same by a form without scripts. */
export const createSubmitRequest = (services: Effects) =>
  httpHandler(
    'submit-request',
    async (call) => {
      switch (call.event.routeKey) {
        case 'GET /plain':
          return showForm(services, call);
        case 'POST /plain':
          return takeForm(services, call);
        default:
          return submit(services, call);
      }
    },
    (problem, language, event) =>
      isPlain(event.routeKey) ? plainProblem(problem, language) : problemResponse(problem, language),
  );

async function submit(services: Effects, call: HttpCall) {
  const { event, at } = call;
  const current = await whichTown(services, event);
  const { settings } = current.town;
  const body = readBody(call, submissionSchema(current.town));
  const { record, first } = await fileRequest(services, current, {
    body,
    submission: idempotencyKey(call, body) ?? contentKey(body, at, settings.timeZone),
    language: body.language ?? askedLanguage(event) ?? settings.defaultLanguage,
    at,
    admit: admitOnPage(services, current.town, call, body.phone),
  });
  const { id, trackingKey } = record;
  return json(202, {
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
