import type { Services } from '../../adapters/services.js';
import { localDate } from '../../domain/calendar/local-time.js';
import { mayBeNamed } from '../../domain/request/join-requests.js';
import type { Person, RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { askedLanguage } from '../http/request-language.js';
import { trackingUrl } from '../http/tracking-url.js';
import { whichTown } from '../http/which-town.js';
import { takeInRequest } from '../use-cases/take-in-request.js';
import { type SubmissionBody, submissionSchema } from './submission-schema.js';

const LONGEST_KEY = 200;

/** `POST /requests`: stores a request, then starts its execution. */
export const createSubmitRequest = (services: Pick<Services, 'towns' | 'requests' | 'workflow'>) =>
  httpHandler('submit-request', async (call) => {
    const current = await whichTown(services, call.event);
    const body = readBody(call, submissionSchema(current.town));
    const submission =
      idempotencyKey(call, body) ?? contentKey(body, call.at, current.town.settings.timeZone);
    const first = await firstReport(services, current.town, body);
    const record = await takeInRequest(services, current, {
      submission,
      at: call.at,
      channel: 'web',
      language: body.language ?? askedLanguage(call.event) ?? current.town.settings.defaultLanguage,
      village: body.village,
      group: body.group,
      category: body.category ?? first?.category,
      duplicateOf: first?.id,
      person: personOf(body),
    });
    const { id, trackingKey } = record;
    return json(202, {
      id,
      trackingKey,
      trackingUrl: trackingUrl(call.event, record),
      ...(first && record.duplicateOf === first.id ? { sameAs: first.id } : {}),
    });
  });

/** The open request that this is said to be. Accepted means stored: one that cannot be pointed at, or is over by now, is left out. */
async function firstReport(
  { requests }: Pick<Services, 'requests'>,
  town: Town,
  { sameAs, category }: SubmissionBody,
): Promise<RequestRecord | undefined> {
  const first = sameAs === undefined ? undefined : await requests.find(town.settings.id, sameAs);
  return first && mayBeNamed(first, town, category) ? first : undefined;
}

/** A key counts for one person only: another's form that happens to use it must not be shown this one's request. */
function idempotencyKey({ event }: HttpCall, { phone }: SubmissionBody): string | undefined {
  const key = event.headers['idempotency-key']?.trim();
  if (key === undefined || key === '') return undefined;
  if (key.length <= LONGEST_KEY) return `key ${phone} ${key}`;
  throw new Problem('invalid-body', [{ field: 'Idempotency-Key', message: `<= ${LONGEST_KEY}` }]);
}

/** Without a key, the same words from the same person on the same day are the same submission. */
const contentKey = (body: SubmissionBody, at: number, timeZone: string): string =>
  `content ${localDate(at, timeZone)} ${JSON.stringify(body)}`;

/** Texts go to whom the request is for, or to who filed it where that person has no phone. */
function personOf(body: SubmissionBody): Person {
  const { name, phone, onBehalfOf, description, location } = body;
  const filedBy = onBehalfOf && { name, phone };
  return {
    name: onBehalfOf?.name ?? name,
    phone: onBehalfOf?.phone ?? phone,
    ...(filedBy ? { filedBy } : {}),
    description,
    ...(location ? { location } : {}),
  };
}
