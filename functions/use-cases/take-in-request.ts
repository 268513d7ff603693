import { bytesOf, contactOfPhone, newSecret, submissionOf } from '../../adapters/contact.js';
import { environment } from '../../adapters/environment.js';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { requestId } from '../../domain/codes/request-id.js';
import type { Person, RequestRecord } from '../../domain/request/record.js';
import { type Intake, recordIntake } from '../../domain/request/record-intake.js';
import { type Chosen, matterOf } from '../../domain/request/matter-of.js';
import { asksToWithholdName } from '../../domain/reading/read-wish.js';
import { sealMatter, type Wishes } from '../../domain/request/seal-matter.js';
import { readWords } from '../../domain/reading/read-words.js';

export interface Submission
  extends Pick<Intake, 'at' | 'channel' | 'receptionPlace' | 'language' | 'duplicateOf'>, Chosen, Wishes {
  /** The same text is the same submission. */
  readonly submission: string;
  readonly person: Person;
  /** An open request of the same sender that the words may be about: they are asked. */
  readonly perhaps?: string | undefined;
}

/** Ids tried when another submission happens to have the first one: 2^35 ids make even a second try rare. */
const ATTEMPTS = 5;

/** A request that was taken in, and whether its execution was started: what that tells people comes within moments. */
export interface TakenIn {
  readonly record: RequestRecord;
  readonly started: boolean;
}

/** Looks at a request that is about to be stored for the first time, and throws where it is not to be. */
export type Admit = (report: { record: RequestRecord; taking: Submission }) => Promise<void>;

/** The request alone. */
export const takeInRequest = async (...taking: Parameters<typeof takeIn>): Promise<RequestRecord> =>
  (await takeIn(...taking)).record;

/**
 * Accepted means stored: the request is written first and its execution started second; what could not be started is
 * taken up by the sweep. The words are read here, whichever way they came. The same submission sent twice, or ten times
 * at once, is one request.
 */
export async function takeIn(
  services: Services<{ requests: 'read' | 'create'; workflow: 'startRequests' }>,
  { town, version }: CurrentTown,
  taking: Submission,
  admit?: Admit,
): Promise<TakenIn> {
  const submission = submissionOf(`${town.settings.id} ${taking.submission}`);
  const located = taking.person.location !== undefined;
  const { description: words } = taking.person;
  const reading = readWords(town, words);
  const matter = sealMatter(town, matterOf(town, reading, { ...taking, located }), reading, {
    ...taking,
    words,
  });
  const same = taking.perhaps === undefined ? {} : { unsure: { ...matter.unsure, same: taking.perhaps } };
  const withheld = withheldName(taking);
  const draft = {
    ...taking,
    ...matter,
    ...withheld,
    ...same,
    location: taking.person.location,
    townVersion: version,
    resident: contactOfPhone(town.settings.id, taking.person.phone),
    ...(town.staff.some(({ phone }) => phone === taking.person.phone) ? { phoneOfStaff: true as const } : {}),
    trackingKey: newSecret(),
    submission,
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const id = requestId(bytesOf(`${submission} ${attempt}`));
    const record = recordIntake(town, { ...draft, id });
    const stored = await store(
      services,
      record,
      { ...taking, person: { ...taking.person, ...withheld } },
      admit,
    );
    if (stored?.submission === submission) return { record: stored, started: await start(services, stored) };
  }
  throw new Error('no free request id');
}

/** Whoever asked for it, by a tick or in their words, is not named to whoever handles it. */
const withheldName = ({ anonymous, person }: Submission): { nameWithheld?: true } =>
  anonymous || asksToWithholdName(person.description) ? { nameWithheld: true } : {};

/**
 * The request stored under this id, now or before. Looked for first: the same submission sent again, perhaps with other
 * words, must not write over the person it was made for.
 */
async function store(
  { requests }: Services<{ requests: 'read' | 'create' }>,
  record: RequestRecord,
  taking: Submission,
  admit?: Admit,
): Promise<RequestRecord | undefined> {
  const before = await requests.find(record.town, record.id);
  if (before) return before;
  await admit?.({ record, taking });
  return (await requests.create(record, taking.person)) ? record : requests.find(record.town, record.id);
}

async function start(
  { workflow }: Services<{ workflow: 'startRequests' }>,
  record: RequestRecord,
): Promise<boolean> {
  try {
    await workflow.start(environment('requestMachine'), record.town, record.id);
    return true;
  } catch (error) {
    // Accepted all the same: the sweep starts it.
    log('warn', 'execution not started', { request: record.id, error: errorName(error) });
    return false;
  }
}
