import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Command } from '../../../domain/sms/command.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';
import { whichRequest } from './which-request.js';

const WORDS = {
  mute: { 'zh-CN': '停发', en: 'mute' },
  unmute: { 'zh-CN': '恢复', en: 'unmute' },
} as const;

/** A resident wants no more texts about one of their requests, or wants them again; the work goes on either way. */
export async function takeMute(
  services: Services<{ requests: 'findOfResident'; choices: 'record' }>,
  received: Received,
  command: Extract<Command, { name: 'mute' | 'unmute' }>,
): Promise<Reply> {
  const meant = await whichRequest(services, received, command, WORDS[command.name]);
  if ('reply' in meant) return meant.reply;
  const town = received.current.town.settings.id;
  await services.choices[command.name](town, received.text.from, meant.id);
  const values = { request: showRequestId(meant.id) };
  const reply = command.name === 'mute' ? 'reply-muted' : 'reply-unmuted';
  return { text: reply, values, request: meant.id };
}
