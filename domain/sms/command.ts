/** What a text can ask for besides answering an ask. Words are as the person wrote them. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'opt-out' }
  | { readonly name: 'opt-in' }
  /**
   * `request` is the stored form of the number given; `mistyped` is set instead when there was something like a number that is none,
   * so that a slip never withdraws another request. Neither: the sender's only one is meant.
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
  | { readonly name: 'report-on-behalf'; readonly words: string }
  | { readonly name: 'visit'; readonly words: string };
