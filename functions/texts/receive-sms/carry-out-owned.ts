import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { ownerOf } from '../../../domain/request/owner-of.js';
import { soonestDue } from '../../../domain/request/running-deadline.js';
import { placeName } from '../../../domain/request/words.js';
import { pageOfLines } from '../../../domain/texts/item-lines.js';
import { PLACEHOLDER_LENGTH } from '../../../domain/texts/text-keys.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

const NEXT = { 'zh-CN': '清单', en: 'mine' } as const;
/** Room for the line that names the next page. */
const FOR_NEXT = 8;

/** The sender's open requests, with those of whoever had their post before; the first due first. */
export async function listOwned(
  { board }: Services<{ board: 'readOpen' }>,
  { current: { town }, sender, text }: Received,
  page: number,
): Promise<Reply> {
  const staff = sender.staff?.id;
  if (staff === undefined) return { text: 'reply-help-resident', values: {} };
  const { language } = sender;
  const open = await board.openSince(town.settings.id, { from: text.at, to: text.at });
  const owned = open
    .filter((facts) => facts.closedAs === undefined && ownerOf(facts, town) === staff)
    .toSorted(soonestDue);
  if (owned.length === 0) return { text: 'reply-owned-none', values: {} };
  const all = owned.map((facts) =>
    `${showRequestId(facts.id)} ${placeName(facts, { town }, language)}`.trim(),
  );
  const { lines, shown, pages } = pageOfLines(all, page, PLACEHOLDER_LENGTH.items - FOR_NEXT);
  const items = [...lines, ...(shown < pages ? [`${NEXT[language]} ${shown + 1}`] : [])].join('\n');
  return { text: 'reply-owned', values: { count: String(owned.length), items } };
}
