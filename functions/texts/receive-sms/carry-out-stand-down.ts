import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { mayStandDown, standDown } from '../../../domain/request/stand-down.js';
import type { Command } from '../../../domain/sms/command.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import { isUnsettled, settleAll, type Settling } from '../../use-cases/settle-ask.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Settling &
  Services<{
    requests: 'read';
    asks: 'list';
  }>;

/**
 * A leader ends an emergency by their word and a reason: whoever is called is told, and nobody is called any more. Done
 * again it ends what was left.
 */
export async function takeStandDown(
  services: Effects,
  { current: { town }, sender, text }: Received,
  { request, note }: Extract<Command, { name: 'stand-down' }>,
): Promise<Reply> {
  const by = sender.staff?.id ?? '';
  if (!mayStandDown({ town }, by)) return { text: 'reply-stand-down-leader', values: {} };
  const id = town.settings.id;
  const found = note === '' ? undefined : await services.requests.find(id, request);
  if (!found) return { text: 'reply-stand-down-how', values: {} };
  const rules = await rulesIn(services, town, found);
  const { record, notices } = await changeRequest(services, id, found.id, async (now) => {
    const isDone = now.timeline.some(({ type, at }) => type === 'stood-down' && at === text.at);
    const ended = isDone ? undefined : standDown(now, rules, { by, reason: note, at: text.at });
    return { record: ended?.record, result: ended ?? { record: now, notices: [] } };
  });
  if (!record.timeline.some(({ type }) => type === 'stood-down'))
    return { text: 'reply-stand-down-how', values: {} };
  await sendNotices(services, { record, rules, notices, purpose: `stood-down:${text.id}`, at: text.at });
  const open = (await services.asks.ofRequest(id, found.id)).filter(
    (ask) => ask.subject === found.id && isUnsettled(ask),
  );
  await settleAll(services, open, 'superseded', text.at);
  return { text: 'reply-stood-down', values: { request: showRequestId(found.id) }, request: found.id };
}
