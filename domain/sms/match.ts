import type { AskKind, AskOption } from '../asks/ask-names.js';
import type { Verdict } from '../asks/verdict.js';
import type { Command } from './command.js';

/** An answer that a text began: its option is known, or was guessed at, and something is missing yet. */
export interface BegunAnswer {
  readonly option: AskOption;
  /** The words that came with it. */
  readonly note: string;
  /** It was asked whether this was done before its appointment. */
  readonly early?: true | undefined;
}

/** An ask that was put to the sender; `options` are those offered, of the kind's own. */
export interface OpenAsk {
  readonly code: string;
  readonly kind: AskKind;
  readonly options: readonly AskOption[];
  readonly state: 'open' | 'answered' | 'expired';
  /** Its text offered the digits from before one digit had one meaning. */
  readonly digitsBefore?: boolean | undefined;
  /** The sender's last text began to answer it. */
  readonly begun?: BegunAnswer | undefined;
}

/** The meaning of a text. */
export type Match<A extends OpenAsk = OpenAsk> =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'answer';
      readonly ask: A;
      readonly option: AskOption;
      readonly note: string;
      /** In words, without digit, keyword or code: they may be about something else. */
      readonly heard?: true;
      /** The verdict at closure. */
      readonly verdict?: Verdict;
    }
  /** Probably this option: its digit confirms it. */
  | {
      readonly kind: 'likely';
      readonly ask: A;
      readonly option: AskOption;
      readonly note: string;
      /** The certain part of the verdict at closure. */
      readonly verdict?: Verdict;
    }
  /** The option is clear, but what it needs (a reason, a date, a department, what was done) is missing. */
  | { readonly kind: 'note-needed'; readonly ask: A; readonly option: AskOption }
  /** Somebody is on the way or on site: no answer yet, and worth knowing. */
  | {
      readonly kind: 'going';
      readonly ask: A;
      readonly far: 'on-the-way' | 'on-site';
      readonly note: string;
      /** Beside the digit that says that it is done: so far is what they have done. */
      readonly byDigit?: true;
    }
  /** It was tried, and is not in order: what now? */
  | { readonly kind: 'not-done'; readonly ask: A }
  /** The text says something but not about which of these. */
  | {
      readonly kind: 'several';
      readonly asks: readonly A[];
      /** It sounds like an answer of more than one. */
      readonly heard?: true;
      /** "两个都收到": it answers each of them alike. */
      readonly each?: readonly Extract<Match<A>, { kind: 'answer' }>[];
    }
  /** The ask is clear, but not which of its options. */
  | { readonly kind: 'bad-option'; readonly ask: A }
  | { readonly kind: 'near-code'; readonly typed: string; readonly likely: readonly string[] }
  | { readonly kind: 'unknown-code'; readonly typed: string }
  /** The ask's time had run out; `would` is what the text would have been before. */
  | { readonly kind: 'late'; readonly ask: A; readonly would: Match<A> }
  /** Somebody had answered it. */
  | { readonly kind: 'answered'; readonly ask: A }
  | { readonly kind: 'nothing-open' }
  /** Words that answer nothing: help, or a new request. */
  | { readonly kind: 'unread' };

/** Kinds that say something to the ask, beyond doubt. */
export const ANSWERS: ReadonlySet<Match['kind']> = new Set<Match['kind']>([
  'answer',
  'note-needed',
  'going',
  'not-done',
]);
