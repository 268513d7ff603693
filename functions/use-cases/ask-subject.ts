import type { AskItem } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { statusWord } from '../../domain/request/status-words.js';
import type { TaskRecord } from '../../domain/task/task-record.js';
import { taskStatusWord } from '../../domain/task/task-words.js';
import type { Language } from '../../domain/words/language.js';

/** The subject of an ask. */
export type AskSubject =
  | { readonly of: 'request'; readonly record: RequestRecord }
  | { readonly of: 'task'; readonly record: TaskRecord };

export async function loadSubject(
  { requests, tasks }: Services<{ tasks: 'read'; requests: 'read' }>,
  { town, of, subject }: Pick<AskItem, 'town' | 'of' | 'subject'>,
): Promise<AskSubject> {
  return of === 'request'
    ? { of, record: await requests.load(town, subject) }
    : { of, record: await tasks.load(town, subject) };
}

/** The language in which whoever answered is spoken to: a resident in the request's, where `staff` has none. */
export const subjectLanguage = (subject: AskSubject, staff: Language): Language =>
  subject.of === 'request' ? subject.record.language : staff;

/** Its number and how it stands, for a reply. */
export const subjectValues = (subject: AskSubject, language: Language) => ({
  request: showRequestId(subject.record.id),
  status:
    subject.of === 'request'
      ? statusWord(subject.record, language)
      : taskStatusWord(subject.record, language),
});
