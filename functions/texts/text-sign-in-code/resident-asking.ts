import { originOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import type { CodeAsked } from '../../../adapters/sign-in-topic.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Town } from '../../../domain/town/schema.js';
import { requestCode } from '../../http/staff-session.js';
import type { Asking } from './handler.js';

/** The resident of a request, who gets only so many codes for strangers: whoever knows number and phone may be one. */
export async function residentAsking(
  { requests, callers }: Services<{ requests: 'read' | 'readPerson'; callers: 'count' }>,
  { settings }: Town,
  { request = '', at }: CodeAsked,
): Promise<Asking | undefined> {
  const record = request === '' ? undefined : await requests.find(settings.id, request);
  const person = record && (await requests.findPerson(settings.id, record.id));
  if (!person) return undefined;
  const caller = originOf(settings.id, 'phone', person.phone);
  const limit = settings.callers.trackingCodes;
  return {
    whose: requestCode(record.id),
    phone: person.phone,
    language: record.language,
    text: 'tracking-code',
    request: showRequestId(record.id),
    hasRoom: async () => !(await callers.count(settings, { caller, act: 'tracking-codes', limit }, at)),
  };
}
