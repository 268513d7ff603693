import type { AskItem } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import { askNotice } from '../../domain/request/ask-notice.js';
import { taskAskNotice } from '../../domain/task/task-notices.js';
import type { AskSubject } from '../use-cases/ask-subject.js';
import { loadRules } from '../use-cases/load-rules.js';
import { renderNotice } from '../use-cases/send-notices.js';
import { renderTaskNotice } from '../use-cases/send-task-notices.js';

/** The words of an ask as they were texted: the page shows no more of the resident than the text did. */
export async function askText(
  services: Pick<Services, 'towns' | 'requests'>,
  subject: AskSubject,
  planned: PlannedAsk,
  { code }: AskItem,
): Promise<string> {
  const { record } = subject;
  if (subject.of === 'task') {
    const { town } = await services.towns.load(record.town);
    const notice = taskAskNotice(subject.record, town, planned, code);
    return notice ? renderTaskNotice(services, { task: subject.record, town, notice }) : '';
  }
  const rules = await loadRules(services, subject.record);
  const notice = askNotice(subject.record, rules, planned, code);
  if (!notice) return '';
  return renderNotice(subject.record, rules, notice, await services.requests.person(record.town, record.id));
}
