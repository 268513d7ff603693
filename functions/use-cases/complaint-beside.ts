import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { complainsInAnswer, readWords } from '../../domain/reading/read-words.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { type Admit, takeInRequest } from './take-in-request.js';

/** Whether what a resident writes beside an answer complains about staff, though what it is about does not. */
export const isComplaintBeside = (
  town: Town,
  { confidential }: RequestRecord,
  note: string | undefined,
): note is string =>
  confidential === undefined && note !== undefined && complainsInAnswer(readWords(town, note));

interface Beside {
  readonly note: string;
  readonly key: string;
  readonly at: number;
  /** Whether whoever has this phone may report more. */
  readonly admit: (phone: string) => Admit;
}

/**
 * A complaint about staff beside an answer becomes a request of its own, and counts as one: nobody who did the work
 * reads it.
 */
export async function takeComplaintBeside(
  services: Services<{ requests: 'read' | 'create' | 'readPerson'; workflow: 'startRequests' }>,
  current: CurrentTown,
  { town, id, language }: RequestRecord,
  { note, key, at, admit }: Beside,
): Promise<void> {
  const { phone, name, filedBy, nameWithheld } = await services.requests.person(town, id);
  const complaint = {
    submission: `beside ${key}`,
    at,
    channel: 'web' as const,
    language,
    aboutStaff: true,
    anonymous: nameWithheld,
    person: {
      phone,
      ...(name === undefined ? {} : { name }),
      ...(filedBy ? { filedBy } : {}),
      description: note,
    },
  };
  await takeInRequest(services, current, complaint, admit(phone));
}
