import type { AskItem } from '../../../adapters/ask-store.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { answerWord } from '../../../domain/request/answer-word.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { tellStaff } from '../../../domain/request/notices.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { staffName } from '../../../domain/request/words.js';
import type { Milestone } from '../../../domain/town/schema.js';
import { type Answering, answerAsk } from '../../use-cases/answer-ask.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** A reply to an ask that was put to somebody else. */
export interface GoesOn {
  readonly option: AskOption;
  readonly note: string;
  readonly milestone?: Milestone;
}

/** Answers the ask of whoever was asked meanwhile, and tells them so. */
export async function answerInstead(
  services: Answering,
  { current: { town }, sender, text }: Received,
  { record, stored, option, note, milestone }: GoesOn & { record: RequestRecord; stored: AskItem },
): Promise<Reply | undefined> {
  const by = sender.staff?.id ?? '';
  const answered = await answerAsk(services, town, stored, {
    option,
    by,
    ...(note === '' ? {} : { note }),
    ...(milestone === undefined ? {} : { milestone }),
    at: text.at,
    key: text.id,
  });
  if (answered.kind !== 'recorded') return undefined;
  await tellWhoWasAsked(services, town, { record, n: stored.n, by, at: text.at });
  return {
    text: 'reply-recorded',
    values: {
      code: stored.code,
      option: answerWord(stored.kind, option, answered.milestone, sender.language),
      request: showRequestId(record.id),
    },
    request: record.id,
    answered: record.id,
    counted: option,
  };
}

async function tellWhoWasAsked(
  services: Answering,
  town: Received['current']['town'],
  { record, n, by, at }: { record: RequestRecord; n: number; by: string; at: number },
): Promise<void> {
  const to = record.asks.find((ask) => ask.n === n)?.to;
  if (to?.who !== 'staff' || to.staff === by) return;
  const rules = await rulesIn(services, town, record);
  const notices = [tellStaff(record, rules, to.staff, 'told-taken-over', { person: staffName(town, by) })];
  await sendNotices(services, { record, rules, notices, purpose: `taken-over:${n}`, at });
}
