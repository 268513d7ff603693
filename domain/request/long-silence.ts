import { deadline } from '../deadlines/deadline.js';
import type { TownSettings } from '../town/schema.js';
import type { Decision, Notice, Rules } from './decision.js';
import type { RequestFacts } from './facts.js';
import { tellResident } from './notices.js';
import type { RequestRecord } from './record.js';
import { isOthersTurn } from './running-deadline.js';
import { statusWord } from './status-words.js';

/** The record, which remembers while it is open when its resident was last told or asked something. */
export function rememberTold({ record, notices, next }: Decision, at: number): RequestRecord {
  const { toldAt, ...rest } = record;
  if (record.closedAs !== undefined) return toldAt === undefined ? record : rest;
  const isTold = notices.some(({ to }) => to === 'resident') || next.to === 'confirm';
  return isTold ? { ...record, toldAt: at } : record;
}

/** Whether a resident has heard nothing for longer than the town allows. Of asks that wait for them they know. */
export function isLongSilent(request: RequestFacts, settings: TownSettings, at: number): boolean {
  const { closedAt, owner, path, toldAt = request.createdAt } = request;
  if (closedAt !== undefined || owner === undefined || path === 'emergency') return false;
  return !isOthersTurn(request) && at >= deadline(toldAt, settings.newsEvery, settings);
}

/** How it stands, in the words of an answer to who asked for news. */
export const stillAtWork = (record: RequestRecord, rules: Rules): Notice =>
  tellResident(record, rules, 'reply-news', { status: statusWord(record, record.language) });
