import type { Reading } from '../reading/read-words.js';
import type { Command } from './command.js';
import type { Match, OpenAsk } from './match.js';
import type { ParsedText } from './parsed-text.js';

/** The handling of a text; a text may be two of these at once. */
export type Taken<A extends OpenAsk> =
  /** Somebody is or may be in danger. */
  | { readonly as: 'danger'; readonly words: string }
  /** It answers what its sender is asked, or tries to. */
  | { readonly as: 'answer'; readonly match: Match<A> }
  /** It says what was asked back, in words of its own. */
  | { readonly as: 'said'; readonly ask: A; readonly words: string }
  | { readonly as: 'command'; readonly command: Command }
  /** How does my request stand? */
  | { readonly as: 'news' }
  /** A remark on a request of the sender's, or a new matter. */
  | { readonly as: 'words'; readonly words: string }
  | { readonly as: 'nothing' };

export interface Arrived<A extends OpenAsk> {
  readonly text: string;
  readonly parsed: ParsedText;
  readonly match: Match<A>;
  readonly asks: readonly A[];
  readonly staff: boolean;
  readonly read: (words: string) => Reading;
  /** What a part of the text would be by itself. */
  readonly hear: (words: string) => Match<A>;
}

export const openOf = <A extends OpenAsk>({ asks }: Pick<Arrived<A>, 'asks'>): A[] =>
  asks.filter(({ state }) => state === 'open');

export const isInDanger = ({ danger }: Reading): boolean => danger.level !== 'none';

/** Letters or characters that can say something; a lone digit or sign cannot. */
export const hasWords = (text: string): boolean => /\p{L}/u.test(text);
