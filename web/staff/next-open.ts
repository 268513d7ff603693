import type { Work } from './ask.js';
import type { Outbox } from './outbox.js';

type OpenAsk = Work['asks'][number];

/**
 * The asks still to be answered, those due first before the rest: without this one, and those answered here since the
 * list was made.
 */
export function openBeside({ asks }: Pick<Work, 'asks'>, link: string, outbox: Outbox): OpenAsk[] {
  const written = [...outbox.items(), ...outbox.sent().map(({ item }) => item)].map((item) => item.link);
  const answered = new Set([link, ...written].map(askIn));
  return asks.filter(({ id }) => !answered.has(id));
}

/** The ask that a link opens; a link names the one it stands in for, too. */
const askIn = (link: string): string | undefined => /^\/asks\/([^/?]+)/.exec(link)?.[1];
