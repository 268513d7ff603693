import { showRequestId } from '../../../domain/codes/request-id.js';
import { staffName, staffPhone } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Reply, SendersAsk } from './sender.js';

/** Whoever answers what is somebody else's by now is told whose. */
export const replyHanded = (town: Town, { code, subject }: SendersAsk, to: string): Reply => ({
  text: 'reply-handed',
  values: {
    code,
    request: showRequestId(subject),
    person: staffName(town, to),
    phone: staffPhone(town, to) ?? town.settings.sms.number,
  },
});
