import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { localTime } from '../../../domain/calendar/local-time.js';
import { whenToText } from '../../../domain/deadlines/quiet-hours.js';
import { findPhone } from '../../../domain/contact/phone.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { adviceOf } from '../../../domain/request/danger-words.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { admitReport, NotAdmitted } from '../../use-cases/admit-report.js';
import { type Submission, takeIn, type TakenIn } from '../../use-cases/take-in-request.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/**
 * A text that is a request: what it is about and where is read from its words, and the rest is asked back. Filed on
 * behalf of a resident, the resident is the one whose number the words hold.
 */
export async function reportByText(
  services: Effects,
  { current, sender, text }: Received,
  {
    words,
    onBehalf = false,
    phoned = false,
    perhaps,
    aboutStaff,
  }: {
    words: string;
    onBehalf?: boolean;
    phoned?: boolean | undefined;
    perhaps?: string | undefined;
    aboutStaff?: boolean;
  },
): Promise<Reply> {
  const filer = { name: sender.staff?.name, phone: text.from };
  const resident = onBehalf ? findPhone(words, current.town.settings) : undefined;
  const person: Person = {
    phone: resident ?? text.from,
    // Whoever sits at the telephone is not the first who was asked; whoever of a grid is called is.
    ...(onBehalf && !(phoned && isOfDesk(current.town, sender.staff?.id)) ? { filedBy: filer } : {}),
    description: words,
  };
  return submitByText(
    services,
    { current, text },
    {
      channel: onBehalf && sender.staff ? (phoned ? 'telephone' : 'cadre') : 'sms',
      language: sender.language,
      perhaps,
      aboutStaff,
      person,
    },
  );
}

const isOfDesk = ({ departments, settings }: Town, staff: string | undefined): boolean =>
  staff !== undefined &&
  departments.some(({ id, contacts }) => id === settings.departments.dutyDesk && contacts.includes(staff));

type Effects = Services<{
  callers: 'count';
  requests: 'read' | 'create';
  texts: 'send';
  workflow: 'startRequests';
  floods: 'hold';
}>;

/** The request that was taken in, or why none was: anybody but the staff may report only so much. */
async function takenIn(
  services: Effects,
  current: CurrentTown,
  taking: Submission,
  from: string,
): Promise<TakenIn | NotAdmitted> {
  const { town } = current;
  if (town.staff.some(({ phone }) => phone === from)) return takeIn(services, current, taking);
  try {
    return await takeIn(services, current, taking, (report) =>
      admitReport(services, town, { phone: from }, report),
    );
  } catch (error) {
    if (error instanceof NotAdmitted) return error;
    throw error;
  }
}

/** Nobody is left without an answer, nor without the numbers to call. */
function replyNotAdmitted({ settings }: Town, { why, retryAt }: NotAdmitted, language: Language): Reply {
  const contact = settings.emergencyNumbers.join(language === 'en' ? ', ' : '、');
  return why === 'held-together'
    ? { text: 'reply-danger-held', values: { contact } }
    : { text: 'reply-too-many', values: { time: localTime(retryAt, settings.timeZone), contact } };
}

/** Takes in what a text brought, and gives what its sender is told. */
export async function submitByText(
  services: Effects,
  { current, text }: Pick<Received, 'current' | 'text'>,
  brought: Omit<Submission, 'submission' | 'at'>,
): Promise<Reply> {
  const taking = { ...brought, submission: `sms ${text.id}`, at: text.at };
  const taken = await takenIn(services, current, taking, text.from);
  if (taken instanceof NotAdmitted) return replyNotAdmitted(current.town, taken, brought.language);
  const reply = replyReceived(current.town, taken.record);
  return isToldAnyway(taken, current.town, { to: brought.person.phone, from: text.from })
    ? { ...reply, unsaid: true }
    : reply;
}

/**
 * Whether its sender is told of the request in a moment: in the night the receipt of what somebody files for another
 * waits, and where the engine is down nothing comes. In an emergency nobody waits for a moment.
 */
const isToldAnyway = (
  { record, started }: TakenIn,
  { settings }: Town,
  { to, from }: { to: string; from: string },
): boolean =>
  started &&
  to === from &&
  record.path !== 'emergency' &&
  (record.channel === 'sms' || whenToText(record.createdAt, settings) === record.createdAt);

/** Tells whoever is in danger at once what to do, and asks where they are if nobody knows; the number is for all. */
function replyReceived(town: Town, record: RequestRecord): Reply {
  const request = showRequestId(record.id);
  if (record.path !== 'emergency') return { text: 'reply-received', values: { request }, request: record.id };
  return {
    text: record.grid === undefined ? 'receipt-emergency-unplaced' : 'receipt-emergency',
    values: { request, advice: adviceOf(record.danger?.kind, town, record.language) },
    request: record.id,
  };
}
