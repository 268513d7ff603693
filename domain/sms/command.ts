import type { TextedCorrection } from './read-correction.js';
import type { NumberedValue } from '../programme/read-form-values.js';

/** A command in a text, besides the answer to an ask. Words are as the person wrote them. */
export type Command =
  | { readonly name: 'help' }
  /** `sure`: the second word of somebody who holds a post. */
  | { readonly name: 'opt-out'; readonly sure?: true }
  | { readonly name: 'opt-in' }
  /** The town's data about the sender; their erasure, `sure` at the second word. */
  | { readonly name: 'my-data' }
  | { readonly name: 'erase-data'; readonly sure?: true }
  /** A leader ends an emergency, with the reason. */
  | { readonly name: 'stand-down'; readonly request: string; readonly note: string }
  /** Puts right what was recorded wrongly. */
  | TextedCorrection
  /** Several departments are called to a request: that of the number or the code, else the sender's only one. */
  | { readonly name: 'call'; readonly request?: string; readonly code?: string; readonly words: string }
  /** The duty desk holds what comes from an origin, or releases it. */
  | { readonly name: 'flood'; readonly decision: 'hold' | 'release'; readonly origin: string }
  /** Takes the sender's latest answer back. */
  /** Takes back the latest answer, or that to the ask of the code. */
  | { readonly name: 'undo'; readonly code?: string }
  /** The sender's unanswered asks, the page of them from 1. */
  | { readonly name: 'list'; readonly page: number }
  /** The open requests that the sender owns, the page of it from 1. */
  | { readonly name: 'owned'; readonly page: number }
  /** All that was written about what the sender is asked, the page of it from 1; `code` names the ask. */
  | { readonly name: 'more'; readonly code?: string; readonly page: number }
  /** The form of an application, filled in; without values: which fields there are. `code` names the ask. */
  | {
      readonly name: 'form';
      readonly code?: string;
      readonly values: readonly NumberedValue[];
      /** Why it is handed in though it does not meet the conditions. */
      readonly reason?: string;
    }
  /** Notices that need no answer once a day, or each by itself. */
  | { readonly name: 'summary'; readonly daily: boolean }
  /** No more texts about one request, or texts about it again; `request` and `mistyped` as for `withdraw`. */
  | { readonly name: 'mute' | 'unmute'; readonly request?: string; readonly mistyped?: string }
  /**
   * `request` is the stored form of the number given; `mistyped` is set instead when there was something like a number
   * that is none, so that a slip never withdraws another request. Neither: the sender's only one is meant.
   */
  | {
      readonly name: 'withdraw';
      readonly request?: string;
      readonly mistyped?: string;
      readonly note: string;
    }
  /** Whole days, both included (YYYY-MM-DD). */
  | { readonly name: 'leave'; readonly from: string; readonly to: string; readonly note: string }
  | { readonly name: 'leave-unreadable' }
  /** `phoned`: it came by telephone, from the number in the words. */
  | { readonly name: 'report-on-behalf'; readonly words: string; readonly phoned?: true }
  /**
   * Normalized visits: households by their number within the grid, how many people were met in each (0: nobody was at
   * home), and words. `problem`: the words are a finding, to be handled; then there is one household. Without a grid
   * the sender's own is meant.
   */
  | {
      readonly name: 'visit';
      readonly grid?: number;
      readonly met: readonly { readonly household: number; readonly people: number }[];
      readonly problem: boolean;
      readonly note: string;
    }
  /** The same of which it is not said how many were met. */
  | {
      readonly name: 'visit-people';
      readonly grid?: number;
      readonly households: readonly number[];
      readonly note: string;
    }
  /** The visits that are still due this week. */
  | { readonly name: 'visit-list'; readonly grid?: number }
  | { readonly name: 'visit-unreadable' }
  /** People who came on a reception day, and what about; `answered`: on the spot, so that nothing is left to handle. */
  | {
      readonly name: 'reception';
      readonly people: number;
      readonly answered: boolean;
      readonly words: string;
    }
  | { readonly name: 'reception-unreadable' };
