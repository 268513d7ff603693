import { showRequestId } from '../../../domain/codes/request-id.js';
import { localDateTimeText } from '../../../domain/calendar/local-date-time-text.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** As many asks as fit into one text with their code, number and deadline: `PLACEHOLDER_LENGTH.asks`. */
const ASKS_A_TEXT = 3;
const NEXT = { 'zh-CN': '待办', en: 'list' } as const;

/** The sender's open asks, those that are due first before the rest. */
export function listAsks({ current, sender }: Received, page: number): Reply {
  const open = sender.asks.filter(({ state }) => state === 'open').toSorted((a, b) => a.until - b.until);
  const pages = Math.ceil(open.length / ASKS_A_TEXT);
  // Whoever asks for more pages than there are is shown the last.
  const shown = Math.min(page, pages);
  if (shown === 0) return { text: 'reply-nothing-open', values: {} };
  const { timeZone } = current.town.settings;
  const lines = open
    .slice((shown - 1) * ASKS_A_TEXT, shown * ASKS_A_TEXT)
    .map(
      ({ code, subject, until }) =>
        `${code} ${showRequestId(subject)} ${localDateTimeText(until, timeZone, sender.language)}`,
    );
  if (shown < pages) lines.push(`${NEXT[sender.language]} ${shown + 1}`);
  return { text: 'reply-open-asks', values: { count: String(open.length), asks: lines.join('\n') } };
}
