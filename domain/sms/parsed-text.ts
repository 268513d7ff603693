import type { Command } from './command.js';

/** An incoming text, before it is known what it answers. */
export interface ParsedText {
  /** The whole text, tidied, as the person wrote it. */
  readonly text: string;
  /** Code of an ask, upper case. */
  readonly code?: string;
  /** Four characters, upper case, that were meant as a code but are not one. */
  readonly nearCode?: string;
  /** Number of a request, in its stored form, when the text begins with one. */
  readonly request?: string;
  /** The digit of an option. */
  readonly option?: number;
  /** The keyword of an option, folded; only where no digit was given. */
  readonly keyword?: string;
  /** The words that are left, as the person wrote them. */
  readonly note: string;
  /** Where no code stands in front, one that stands last ("1 已修好 K7Q3"), and the note without it. */
  readonly last?: { readonly code: string; readonly note: string };
  readonly command?: Command;
}
