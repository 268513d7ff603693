import type { TextMessage } from './text-message.js';

/** The texts of one phone, oldest first. */
export interface Thread {
  readonly phone: string;
  readonly texts: readonly TextMessage[];
  /** How many of them arrived at the phone, rather than being sent from it. */
  readonly arrived: number;
}

/** The phone at the other end of a text. */
export const phoneOf = ({ from, to }: TextMessage, smsNumber: string): string =>
  to === smsNumber ? from : to;

/** The texts of a town among those of every town here; it may send from other numbers than people text, but from no other town's. */
export const textsOf = (
  texts: readonly TextMessage[],
  others: readonly { readonly smsNumber: string }[],
): TextMessage[] =>
  texts.filter(({ from, to }) => !others.some(({ smsNumber }) => smsNumber === from || smsNumber === to));

/** The texts by phone, the phone with the newest text first. */
export function threadsOf(texts: readonly TextMessage[], smsNumber: string): Thread[] {
  const threads = new Map<string, TextMessage[]>();
  for (const text of texts) {
    const phone = phoneOf(text, smsNumber);
    const thread = threads.get(phone) ?? [];
    thread.push(text);
    // Set again at the end: a Map keeps the order of insertion, so the phone with the newest text comes last.
    threads.delete(phone);
    threads.set(phone, thread);
  }
  return [...threads]
    .map(([phone, own]) => ({ phone, texts: own, arrived: own.filter(({ to }) => to === phone).length }))
    .reduceRight<Thread[]>((newestFirst, thread) => [...newestFirst, thread], []);
}

/**
 * The texts known so far with what was fetched from `since` on. Everything from then on is replaced, so that a text
 * that came twice is shown twice, and none is lost that came within the same millisecond.
 */
export const withFetched = (
  known: readonly TextMessage[],
  since: number,
  fetched: readonly TextMessage[],
): TextMessage[] => [...known.filter(({ at }) => at < since), ...fetched];

/** From when on to ask for texts: the newest one's time, itself included. */
export const sinceOf = (known: readonly TextMessage[]): number => known[known.length - 1]?.at ?? 0;
