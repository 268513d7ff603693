import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { isObjection } from '../../../domain/request/remark.js';
import { staffName, staffPhone } from '../../../domain/request/words.js';
import type { Taken } from '../../../domain/sms/taken.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { isOpen, ownRequests } from './own-requests.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Effects = Services<{
  requests: 'read' | 'save' | 'readPerson' | 'tellMore' | 'findOfResident';
  towns: 'readProgramme';
  texts: 'send';
}>;

/** A resident replies to a refusal: its owner and a leader hear it. Undefined where it is something else. */
export async function takeObjection(
  services: Effects,
  received: Received,
  taken: Taken<SendersAsk>,
): Promise<Reply | undefined> {
  const { current, sender, text } = received;
  if (sender.staff || !mayObject(taken)) return undefined;
  const [latest, ...earlier] = await ownRequests(services, received);
  if (!latest || [latest, ...earlier].some(isOpen)) return undefined;
  const record = await services.requests.load(current.town.settings.id, latest.id);
  const said = { words: text.body, at: text.at };
  if (!isObjection(record, readWords(current.town, text.body), current.town, said)) return undefined;
  await addRemark(services, current.town, record, { ...said, key: text.id });
  return {
    text: 'reply-objection',
    language: record.language,
    values: {
      request: showRequestId(record.id),
      person: staffName(current.town, record.owner),
      phone: staffPhone(current.town, record.owner) ?? current.town.settings.sms.number,
    },
    request: record.id,
  };
}

/** Words that answer nothing that is asked, and command nothing. */
const mayObject = (taken: Taken<SendersAsk>): boolean =>
  ['words', 'nothing', 'news'].includes(taken.as) ||
  (taken.as === 'answer' && taken.match.kind === 'nothing-open');
