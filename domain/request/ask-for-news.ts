import { deadline } from '../deadlines/deadline.js';
import type { TownSettings } from '../town/schema.js';
import { type Notice, type Rules, withEntry } from './decision.js';
import { tellStaff } from './notices.js';
import type { RequestRecord } from './record.js';
import { toldOf } from './remark.js';
import { entriesOf } from './timeline.js';

/** How often a timeline says that its resident asked for news; what is asked beyond is texted all the same. */
const KEPT = 5;

/** When its resident may ask for news again; undefined where they never did. */
export const newsAgainAt = (
  { newsAskedAt }: Pick<RequestRecord, 'newsAskedAt'>,
  settings: TownSettings,
): number | undefined =>
  newsAskedAt === undefined ? undefined : deadline(newsAskedAt, settings.askNewsEvery, settings);

/** Whether there is anybody to ask: what is over, or waits for its resident's word, has none. */
export const hasNews = ({ closedAs, status }: Pick<RequestRecord, 'closedAs' | 'status'>): boolean =>
  closedAs === undefined && status !== 'awaiting_confirmation' && status !== 'withdrawn';

export interface NewsAsked {
  /** Nothing to save where they asked a while ago. */
  readonly record?: RequestRecord;
  /** When they asked: what of it was not told yet is told now. */
  readonly askedAt: number;
  readonly notices: Notice[];
}

/** Tells whoever has a request that its resident asks for news, at most so often; undefined where nobody has it. */
export function askForNews(record: RequestRecord, rules: Rules, at: number): NewsAsked | undefined {
  if (!hasNews(record)) return undefined;
  const notices = toldOf(record, rules, at).map((staff) =>
    tellStaff(record, rules, staff, 'told-news-asked'),
  );
  const { newsAskedAt } = record;
  const again = newsAgainAt(record, rules.town.settings);
  if (newsAskedAt !== undefined && again !== undefined && at < again)
    return { askedAt: newsAskedAt, notices };
  const asked = { ...record, newsAskedAt: at };
  const isKept = entriesOf(record, 'news-asked').length < KEPT;
  return {
    record: isKept ? withEntry(asked, { at, type: 'news-asked', by: 'resident' }) : asked,
    askedAt: at,
    notices,
  };
}
