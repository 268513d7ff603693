import { showRequestId } from '../codes/request-id.js';
import { withEntry } from './decision.js';
import type { Person, RequestRecord } from './record.js';

/** The resident is content after all, once the request was closed because they had not said so; undefined where that was not why. */
export function recordLateSatisfaction(
  record: RequestRecord,
  { at, note }: { readonly at: number; readonly note: string },
): RequestRecord | undefined {
  if (record.closedAs !== 'no_answer') return undefined;
  return withEntry(
    { ...record, closedAs: 'satisfied' },
    { at, type: 'satisfied', by: 'resident', ...(note === '' ? {} : { note }) },
  );
}

/** The words of a request that is made because an earlier one was closed and is not in order: these, and what it was about. */
export const wordsAgain = (
  words: string,
  { id, language }: Pick<RequestRecord, 'id' | 'language'>,
  { description }: Pick<Person, 'description'>,
): string =>
  language === 'en'
    ? `${words} (again, after ${showRequestId(id)}: ${description})`
    : `${words}（此前反映过，编号${showRequestId(id)}：${description}）`;
