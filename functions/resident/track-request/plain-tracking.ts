import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { typedKey, typedNumber } from '../../../contracts/pages/request-number.js';
import type { HttpCall } from '../../http/http-handler.js';
import { findTracked } from '../open-tracked.js';
import { readForm } from '../../http/read-body.js';
import { whichTown } from '../../http/which-town.js';
import { mustBeFromOurPage } from '../plain-pages/from-our-page.js';
import { myDataPage } from '../plain-pages/my-data-page.js';
import { plainPage } from '../plain-pages/plain-page.js';
import { trackForms } from '../plain-pages/track-forms.js';
import { trackedPage } from '../plain-pages/tracked-page.js';
import { type Visit, visitOf } from '../plain-pages/visit.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { besideOf } from './beside.js';
import { ownOf } from './own.js';
import { personalDataOf } from './personal-data.js';
import { ROUTES } from './routes.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { given } from '../../../domain/words/given.js';
import { nameOfSomething } from '../../../contracts/words.js';
import type { CallOf } from '../../http/route-handler.js';

type Effects = Services<{
  requests: 'read' | 'readPerson';
  towns: 'read' | 'find';
  workPhotos: 'read';
  quotas: 'read';
  audits: 'readOfRequest';
  textLog: 'read';
}>;

export const trackingForm = z.object({
  number: nameOfSomething.default(''),
  key: nameOfSomething.default(''),
});

const afterSchema = z.enum(['received', 'answered', 'asked', 'added', 'opened']);

/** `GET /plain/track`: asks for the number and the key. */
export async function showTrackForm(services: Effects, { event }: HttpCall) {
  const { town } = await whichTown(services, event);
  return askAgain(visitOf(event, town), 200);
}

/** `POST /plain/track`: the request, without its number or key in an address. */
export async function takeTrackForm(services: Effects, call: HttpCall) {
  mustBeFromOurPage(call);
  const { town } = await whichTown(services, call.event);
  const visit = visitOf(call.event, town);
  const typed = readForm(call, trackingForm);
  const opening = { number: typedNumber(typed.number), key: typedKey(typed.key) };
  const record = await findTracked(services, town.settings.id, opening);
  return record
    ? show(services, visit, record, { path: '/plain/track', now: call.at })
    : askAgain(visit, 404);
}

/** `GET /plain/r/{id}?key=`: the request by its link. */
export async function showTracked(
  services: Effects,
  { event, params, at: now }: CallOf<typeof ROUTES.plainRequest>,
) {
  const { town } = await whichTown(services, event);
  const visit = visitOf(event, town);
  const number = params.id;
  const { key = '', after, opened } = event.queryStringParameters ?? {};
  const record = await findTracked(services, town.settings.id, { number, key });
  if (!record) return askAgain(visit, 404);
  return show(services, visit, record, {
    now,
    path: `/plain/r/${record.id}`,
    query: { key, ...given({ after, opened }) },
  });
}

/** `GET /plain/r/{id}/data?key=`: what is kept of its resident, and its erasure. */
export async function showData(services: Effects, { event, params }: CallOf<typeof ROUTES.plainData>) {
  const { town } = await whichTown(services, event);
  const visit = visitOf(event, town);
  const { key = '' } = event.queryStringParameters ?? {};
  const record = await findTracked(services, town.settings.id, { number: params.id, key });
  if (!record) return askAgain(visit, 404);
  const { language, messages } = visit;
  const data = await personalDataOf(services, record, await loadRules(services, record), language);
  return plainPage(visit, {
    path: `/plain/r/${record.id}/data`,
    query: { key },
    heading: messages.myData,
    current: 'track',
    body: myDataPage(visit, record, data),
  });
}

const askAgain = (visit: Visit, status: number) =>
  plainPage(visit, {
    path: '/plain/track',
    heading: visit.messages.track.heading,
    current: 'track',
    body: trackForms(visit, { failed: status === 404 ? 'key' : undefined }),
    status,
  });

async function show(
  services: Effects,
  visit: Visit,
  record: RequestRecord,
  {
    now,
    ...at
  }: { readonly now: number; readonly path: string; readonly query?: Readonly<Record<string, string>> },
) {
  const [rules, beside, own] = await Promise.all([
    loadRules(services, record),
    besideOf(services, record),
    ownOf(services, record, visit.town.settings),
  ]);
  const after = afterSchema.safeParse(at.query?.['after']).data;
  const opened = readRequestId(at.query?.['opened'] ?? '');
  return plainPage(visit, {
    ...at,
    heading: visit.messages.track.heading,
    current: 'track',
    body: trackedPage(visit, { record, rules, beside, after, opened, own, at: now }),
  });
}
