import type { RequestSummary } from '../../../adapters/request-store.js';
import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { isOpen, ownRequests } from './own-requests.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Words = Readonly<Record<'zh-CN' | 'en', string>>;

/**
 * Which of the sender's open requests a command means: the one named, or their only one. Of several, and after a slip
 * in the number, the sender says which, in the words of the command.
 */
export async function whichRequest(
  services: Services<{ requests: 'findOfResident' }>,
  received: Received,
  named: { readonly request?: string; readonly mistyped?: string },
  words: Words,
): Promise<{ readonly id: string } | { readonly reply: Reply }> {
  const open = (await ownRequests(services, received)).filter(isOpen);
  const meant = named.request === undefined ? open : open.filter(({ id }) => id === named.request);
  const [only, ...more] = named.mistyped === undefined ? meant : [];
  if (only && more.length === 0) return { id: only.id };
  return {
    reply: open.length === 0 ? NOTHING_OPEN : ask(only ? meant : open, words[received.sender.language]),
  };
}

const NOTHING_OPEN: Reply = { text: 'reply-nothing-open', values: {} };

const ask = (requests: readonly RequestSummary[], word: string): Reply => ({
  text: 'reply-several',
  values: { list: requests.map(({ id }) => `${word} ${showRequestId(id)}`).join('\n') },
});
