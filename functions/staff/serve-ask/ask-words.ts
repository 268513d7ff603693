import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import { auditedRequest } from '../../../domain/access/audited-request.js';
import { lookerRole } from '../../../domain/access/looks.js';
import type { AskKind } from '../../../domain/asks/ask-kinds.js';
import { mayKnowWho, wordsAsKnown, wordsOf } from '../../../domain/access/known-resident.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import type { Applied } from '../../../domain/programme/application-words.js';
import type { Rules } from '../../../domain/request/decision.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { taskAskNotice } from '../../../domain/task/task-notices.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { type AskFact, factsOf, phoneFact, speaking } from '../ask-facts.js';
import type { AskSubject } from '../../use-cases/ask-subject.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { noticeValues, renderNotice } from '../../use-cases/send-notices.js';
import { renderTaskNotice, taskNoticeValues } from '../../use-cases/send-task-notices.js';

type Effects = Services<{ audits: 'record'; requests: 'read' | 'readPerson'; towns: 'read' }>;

export interface AskWords {
  /** As it was texted. */
  readonly text: string;
  /** The facts in the text, each by itself, in the language of the page. */
  readonly facts: readonly AskFact[];
  /** The name of whoever is asked. */
  readonly asked: string;
  readonly request?: string;
  /** The resident's own words. */
  readonly words?: string;
  /** The form of the programme as it was filled in, and why though it does not meet the conditions. */
  readonly applied?: Applied;
}

/** Who is asked, and shown what. */
interface Reading {
  readonly ask: AskItem;
  readonly staff: string;
  readonly call: HttpCall;
}

/**
 * Who handles a request reads what the resident said, who approves it the form that was filled in; who signs off,
 * calls, checks or answers for it is shown no more of the resident than their text does.
 */
const HANDLES: ReadonlySet<AskKind> = new Set<AskKind>([
  'placement',
  'acceptance',
  'taking-up',
  'complaint',
  'outcome',
  'application',
  'report',
  'settlement',
  // Whoever decides on it has its resident to talk to.
  'returned',
  'attention',
]);

/** Whether whoever is asked this reads what the resident said and sees their photos. */
export const readsTheResident = (kind: AskKind): boolean => HANDLES.has(kind);

/** Who fills in the form of a programme, and who decides by it. */
const FORM_READERS: ReadonlySet<AskKind> = new Set(['application', 'approval']);

/** The words of an ask. */
export async function askWords(
  services: Effects,
  subject: AskSubject,
  planned: PlannedAsk,
  reading: Reading,
): Promise<AskWords> {
  const { town, ...words } =
    subject.of === 'task'
      ? await wordsOfTask(services, subject, planned, reading)
      : await wordsOfRequest(services, subject, planned, reading);
  const asked = town.staff.find(({ id }) => id === reading.staff)?.name ?? '';
  return { ...words, asked };
}

type WordsInTown = Omit<AskWords, 'asked'> & { readonly town: Town };

async function wordsOfTask(
  services: Effects,
  { record: task }: Extract<AskSubject, { of: 'task' }>,
  planned: PlannedAsk,
  { ask, staff, call }: Reading,
): Promise<WordsInTown> {
  const { town } = await services.towns.load(task.town);
  const notice = taskAskNotice(task, town, planned, ask.code);
  if (!notice) return { town, text: '', facts: [] };
  if (task.request !== undefined)
    await auditReading(services, town, await services.requests.load(task.town, task.request), staff, call);
  const text = await renderTaskNotice(services, { task, town, notice });
  const said = taskAskNotice(task, speaking(town, staff, call.language), planned, ask.code) ?? notice;
  const values = await taskNoticeValues(services, {
    task,
    town: speaking(town, staff, call.language),
    notice: said,
  });
  const { words = '' } = planned.kind === 'supervision' ? values : {};
  const { facts, ...named } = factsOf(town, notice.text, values);
  return { town, text, ...named, facts: facts.map(ofTask), ...(words === '' ? {} : { words }) };
}

/** A task has no steps: what its text has in their place is what it is about. */
const ofTask = (one: AskFact): AskFact => (one.fact === 'step' ? { ...one, fact: 'category' } : one);

async function wordsOfRequest(
  services: Effects,
  { record }: Extract<AskSubject, { of: 'request' }>,
  planned: PlannedAsk,
  { ask, staff, call }: Reading,
): Promise<WordsInTown> {
  const rules = await loadRules(services, record);
  const { town } = rules;
  const notice = askNotice(record, rules, planned, ask.code);
  if (!notice) return { town, text: '', facts: [] };
  const shows = readsTheResident(planned.kind);
  const reads = FORM_READERS.has(planned.kind);
  if (shows || reads) await auditReading(services, town, record, staff, call);
  const person = await services.requests.person(record.town, record.id);
  const applied = { form: person.form, exception: person.exception };
  const local: Rules = { ...rules, town: speaking(town, staff, call.language) };
  const said = askNotice(record, local, planned, ask.code) ?? notice;
  const values = noticeValues(record, local, said, person);
  return {
    town,
    text: renderNotice(record, rules, notice, person),
    ...withNumber(town, factsOf(town, notice.text, values), shows ? values.phone : undefined),
    ...(shows ? { words: wordsAsKnown(town, person, staff, wordsOf(person)) } : {}),
    ...(reads && person.form ? { applied: { ...applied, unnamed: !mayKnowWho(town, person, staff) } } : {}),
  };
}

/** Whoever handles a request has the number to call before them, though their text had no room for it. */
const withNumber = (
  town: Town,
  named: ReturnType<typeof factsOf>,
  phone: string | undefined,
): ReturnType<typeof factsOf> =>
  phone === undefined || phone === '' || named.facts.some(({ fact }) => fact === 'phone')
    ? named
    : { ...named, facts: [...named.facts, phoneFact(town, phone)] };

/** Awaited before anything is read: where it cannot be written, the call fails. */
export function auditReading(
  { audits }: Services<{ audits: 'record' }>,
  town: Town,
  record: Pick<RequestRecord, 'id' | 'confidential' | 'path'>,
  staff: string,
  { at, event }: HttpCall,
): Promise<void> {
  const { name = '' } = town.staff.find(({ id }) => id === staff) ?? {};
  const entry = {
    town: town.settings.id,
    at,
    who: staff,
    name,
    role: lookerRole(town, record, staff),
    action: 'person.read',
    ...auditedRequest(record),
  } as const;
  return audits.record(entry, event.requestContext.requestId);
}
