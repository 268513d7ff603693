import { showRequestId } from '../../../domain/codes/request-id.js';
import { handlerNow } from '../../../domain/request/owner-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { staffName, staffPhone } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Reply } from './sender.js';

/** Who was told what somebody said, and how to call them; while nobody works on it yet, the town. */
export function replyRemark(town: Town, record: RequestRecord, at: number): Reply {
  const staff = handlerNow(record, town, at);
  const person = staffName(town, staff) || town.settings.name[record.language];
  const phone = staffPhone(town, staff) ?? town.settings.sms.number;
  return {
    text: 'reply-remark',
    values: { request: showRequestId(record.id), person, phone },
    request: record.id,
  };
}
