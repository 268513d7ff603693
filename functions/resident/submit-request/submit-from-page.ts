import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { mayBeNamed } from '../../../domain/request/join-requests.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { type Admit, type Submission, takeInRequest } from '../../use-cases/take-in-request.js';
import type { SubmissionBody } from './submission-schema.js';

/** A form that was filled in on a page, when, and what makes it one submission. */
export interface Submitting {
  readonly body: SubmissionBody;
  readonly submission: string;
  readonly language: Language;
  readonly at: number;
  /** Whether its caller may submit one more. */
  readonly admit: Admit;
}

export interface Submitted {
  readonly record: RequestRecord;
  /** The earlier report it was taken as. */
  readonly first?: RequestRecord;
}

/** Stores a request from a page, then starts its execution. */
export async function submitFromPage(
  services: Services<{ requests: 'read' | 'create'; workflow: 'startRequests' }>,
  current: CurrentTown,
  { body, submission, language, at, admit }: Submitting,
): Promise<Submitted> {
  const first = await firstReport(services, current.town, body);
  const taking: Submission = {
    submission,
    at,
    channel: 'web',
    language,
    village: body.village,
    group: body.group,
    category: body.category ?? first?.category,
    duplicateOf: first?.id,
    aboutStaff: body.confidential,
    anonymous: body.anonymous,
    person: personOf(body),
  };
  const record = await takeInRequest(services, current, taking, admit);
  return first && record.duplicateOf === first.id ? { record, first } : { record };
}

/** The open request that this is said to be. Accepted means stored: a hidden one, or one that is over, is left out. */
async function firstReport(
  { requests }: Services<{ requests: 'read' }>,
  town: Town,
  { sameAs, category }: SubmissionBody,
): Promise<RequestRecord | undefined> {
  const first = sameAs === undefined ? undefined : await requests.find(town.settings.id, sameAs);
  return first && !first.confidential && mayBeNamed(first, town, category) ? first : undefined;
}

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
