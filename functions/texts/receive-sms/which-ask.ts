import { askList } from './reply-answered.js';
import { replyHanded } from './reply-handed.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

/** The ask of the code or, without one, the sender's only possible open one; else the reply to the sender. */
export function whichAsk(
  { sender, current }: Received,
  code: string | undefined,
  couldBe: (ask: SendersAsk) => boolean = () => true,
): SendersAsk | Reply {
  const found =
    code === undefined
      ? sender.asks.filter((ask) => ask.state === 'open' && couldBe(ask))
      : sender.asks.filter((ask) => ask.code === code);
  const [only, ...more] = found;
  if (more.length > 0) return { text: 'reply-several', values: { list: askList(found) } };
  if (only?.handedTo !== undefined) return replyHanded(current.town, only, only.handedTo);
  if (only) return only;
  return code === undefined
    ? { text: 'reply-nothing-open', values: {} }
    : { text: 'reply-unknown-code', values: { code } };
}
