import type { Services } from '../../adapters/services.js';
import { knownResident } from '../../domain/access/known-resident.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { inOffice } from '../../domain/posts/in-office.js';
import { staffLanguage } from '../../domain/request/words.js';
import type { TaskRecord } from '../../domain/task/task-record.js';
import { briefOf } from '../../domain/texts/briefs.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Placeholder, TextKey } from '../../domain/texts/text-keys.js';
import type { Bilingual } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';

interface Sending {
  readonly task: TaskRecord;
  readonly town: Town;
  readonly notice: {
    readonly staff: string;
    readonly text: TextKey;
    readonly values: Partial<Record<Placeholder, string>>;
  };
  /** The purpose of the text, which makes it sent once. */
  readonly purpose: string;
  readonly at: number;
  /** The ask that the notice puts. */
  readonly ask?: { readonly n: number; readonly daily: boolean };
}

/** Texts a member of staff about a task. Whoever it is about is read from the request beside it, at the last moment. */
export async function sendTaskNotice(
  services: Services<{ requests: 'readPerson'; texts: 'send' }>,
  { task, town, notice: decided, purpose, at, ask }: Sending,
): Promise<void> {
  // For whoever left it reaches whoever has their post; what somebody is asked for themselves waits while they are
  // away.
  const notice = { ...decided, staff: inOffice(town, decided.staff, task) };
  const to = town.staff.find(({ id }) => id === notice.staff)?.phone;
  if (to === undefined) return;
  const language = staffLanguage(town, notice.staff);
  const values = await taskNoticeValues(services, { task, town, notice });
  await services.texts.send(town, {
    purpose: `${task.id}/${purpose}`,
    to,
    body: renderText(town, notice.text, language, values, to),
    at,
    request: task.request,
    ...(ask && { ask: { of: 'task', subject: task.id, n: ask.n } }),
    daily: ask?.daily,
    brief: briefOf(town, notice.text, language, values, ask?.daily ? 'task' : undefined),
  });
}

/** All that a step decided to tell, each once. */
export async function sendTaskNotices(
  services: Services<{ requests: 'readPerson'; texts: 'send' }>,
  {
    notices,
    key,
    ...step
  }: Pick<Sending, 'task' | 'town' | 'at'> & {
    readonly notices: readonly Sending['notice'][];
    /** The step's. */
    readonly key: string;
  },
): Promise<void> {
  for (const [position, notice] of notices.entries())
    await sendTaskNotice(services, { ...step, notice, purpose: `${key}/${position}` });
}

/** The words of it, in the language of whoever is told. */
export async function renderTaskNotice(
  services: Services<{ requests: 'readPerson' }>,
  { task, town, notice }: Pick<Sending, 'task' | 'town' | 'notice'>,
): Promise<string> {
  const values = await taskNoticeValues(services, { task, town, notice });
  return renderText(town, notice.text, staffLanguage(town, notice.staff), values);
}

/** The values of its placeholders, including the resident it is about. */
export const taskNoticeValues = async (
  services: Services<{ requests: 'readPerson' }>,
  { task, town, notice }: Pick<Sending, 'task' | 'town' | 'notice'>,
): Promise<Sending['notice']['values']> => ({
  ...(await personOf(services, task, town, notice.staff)),
  ...notice.values,
});

const ERASED: Bilingual = { 'zh-CN': '信息已删除', en: 'data erased' };

async function personOf(
  { requests }: Services<{ requests: 'readPerson' }>,
  task: TaskRecord,
  town: Town,
  staff: string,
) {
  if (task.request === undefined) return {};
  const request = showRequestId(task.request);
  const resident = await requests.findPerson(task.town, task.request);
  // Who was erased is looked in on no more; whoever is asked says so.
  if (!resident) return { request, person: ERASED[staffLanguage(town, staff)], phone: '', words: '' };
  return { request, ...knownResident(town, resident, staff, staffLanguage(town, staff)) };
}
