import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { complainsInAnswer, readWords } from '../../domain/reading/read-words.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { takeInRequest } from './take-in-request.js';

/** Whether what a resident writes beside an answer complains about staff, though what it is about does not. */
export const isComplaintBeside = (
  town: Town,
  { confidential }: RequestRecord,
  note: string | undefined,
): note is string =>
  confidential === undefined && note !== undefined && complainsInAnswer(readWords(town, note));

/** What complains about staff beside an answer becomes a request of its own: nobody who did the work reads it. */
export async function takeComplaintBeside(
  services: Services<{ requests: 'read' | 'create' | 'readPerson'; workflow: 'startRequests' }>,
  current: CurrentTown,
  { town, id, language }: RequestRecord,
  { note, key, at }: { note: string; key: string; at: number },
): Promise<void> {
  const { phone, name, filedBy, nameWithheld } = await services.requests.person(town, id);
  await takeInRequest(services, current, {
    submission: `beside ${key}`,
    at,
    channel: 'web',
    language,
    aboutStaff: true,
    anonymous: nameWithheld,
    person: {
      phone,
      ...(name === undefined ? {} : { name }),
      ...(filedBy ? { filedBy } : {}),
      description: note,
    },
  });
}
