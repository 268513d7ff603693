import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Person } from '../../../domain/request/record.js';
import { gazetteerOf } from '../../../domain/reading/gazetteer.js';
import { readPlace } from '../../../domain/reading/read-place.js';
import type { Town } from '../../../domain/town/schema.js';
import { admitOnPage } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readForm } from '../../http/read-body.js';
import { askedLanguage } from '../../http/request-language.js';
import { personsPhone } from '../../http/town-phone.js';
import { type Submission, takeInRequest } from '../../use-cases/take-in-request.js';
import { answer } from './format.js';
import { type submittedAnswer, submissionForm } from '../../../contracts/open311/open311.js';
import { openJurisdiction } from './jurisdiction.js';
import type { WrongValue } from '../../../domain/words/wrong-values.js';

type Form = z.output<typeof submissionForm>;

const NOTICE = {
  'zh-CN': '已受理，进展将以短信告知',
  en: 'Stored. You will be told by text message how it goes on.',
} as const;

/** `POST requests`: the same intake as the resident's own form. */
export async function submitByOpen311(
  services: Services<{
    callers: 'count';
    requests: 'read' | 'create';
    towns: 'read' | 'find';
    texts: 'send';
    workflow: 'startRequests';
    floods: 'hold';
  }>,
  call: HttpCall,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { jurisdiction_id, api_key } = readForm(
    call,
    submissionForm.pick({ jurisdiction_id: true, api_key: true }),
  );
  const current = await openJurisdiction(services, call, jurisdiction_id);
  checkKey(current.town, api_key);
  const form = readForm(call, formOf(current.town));
  const taking: Submission = {
    submission: `open311 ${dayOf(current, call)} ${JSON.stringify({ ...form, api_key: undefined })}`,
    at: call.at,
    channel: 'open311',
    language: askedLanguage(call.event) ?? current.town.settings.defaultLanguage,
    category: form.service_code,
    ...placeOf(current.town, form),
    aboutStaff: form['attribute[confidential]'] === 'yes',
    anonymous: form['attribute[anonymous]'] === 'yes',
    person: personOf(form),
  };
  const admit = admitOnPage(services, current.town, call, form.phone);
  const record = await takeInRequest(services, current, taking, admit);
  const submitted: z.input<typeof submittedAnswer> = [
    { service_request_id: record.id, service_notice: noticeOf(record.id, call), account_id: null },
  ];
  return answer(call.event, 201, 'service_requests', submitted);
}

/** The same form on the same day is the same request: GeoReport v2 has no key by which a client could say so. */
const dayOf = ({ town }: CurrentTown, { at }: HttpCall): string => localDate(at, town.settings.timeZone);

const noticeOf = (id: string, { language }: HttpCall): string => `${showRequestId(id)} ${NOTICE[language]}`;

/** Hashes are kept, not keys: town data is read by many, and must give no key away. */
function checkKey({ settings }: Town, key: string | undefined): void {
  const { apiKeyHashes } = settings.open311;
  if (apiKeyHashes.length === 0) return;
  const hash = createHash('sha256')
    .update(key ?? '')
    .digest('hex');
  if (!apiKeyHashes.includes(hash)) throw new Problem('not-allowed');
}

/** The form for one town, with a place: a point, an address, or a village of this town and a group of it. */
const formOf = (town: Town) =>
  submissionForm.extend({ phone: personsPhone(town.settings) }).superRefine((form, context) => {
    const say = (field: string, what: WrongValue) =>
      context.addIssue({ code: 'custom', path: [field], message: what });
    const village = town.villages.find(({ id }) => id === form['attribute[village]']);
    const group = form['attribute[group]'];
    if (!town.categories.some(({ id }) => id === form.service_code)) say('service_code', 'no-category');
    if ((form.lat === undefined) !== (form.long === undefined))
      say(form.lat === undefined ? 'lat' : 'long', 'half-a-point');
    if (form['attribute[village]'] !== undefined && !village) say('attribute[village]', 'no-village');
    if (village && group !== undefined && !village.groups.some(({ number }) => number === group))
      say('attribute[group]', 'no-group');
    if (form.lat === undefined && !form.address_string && !village) say('address_string', 'no-place');
  });

function placeOf(town: Town, form: Form): { village?: string | undefined; group?: number | undefined } {
  const village = form['attribute[village]'];
  if (village !== undefined) return { village, group: form['attribute[group]'] };
  if (form.address_string === undefined) return {};
  const read = readPlace(gazetteerOf(town), form.address_string);
  return read.village === undefined ? {} : { village: read.village, group: read.group };
}

const HAN = /\p{Script=Han}/u;

function personOf({
  first_name = '',
  last_name = '',
  phone,
  description,
  address_string,
  lat,
  long,
}: Form): Person {
  // Family names come first where they are written in Chinese, and nothing stands between.
  const name = HAN.test(last_name) ? `${last_name}${first_name}` : `${first_name} ${last_name}`.trim();
  return {
    phone,
    ...(name === '' ? {} : { name }),
    description: address_string ? `${description}\n${address_string}` : description,
    ...(lat === undefined || long === undefined ? {} : { location: { lat, lng: long } }),
  };
}
