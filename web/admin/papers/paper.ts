import type { Language } from '../../../domain/words/language.js';
import type { Picture } from './picture.js';

/** The name and the value of a field; no value where somebody is to write by hand. */
export interface Field {
  readonly label: string;
  readonly value: string;
  /** Lines that stay free for handwriting, besides what is printed. */
  readonly free?: number;
}

/** A part of a paper, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** A form: one or two fields in a line. */
  | { readonly kind: 'fields'; readonly label: string; readonly lines: readonly (readonly Field[])[] }
  | {
      readonly kind: 'table';
      /** Its name where no caption gives one. */
      readonly label: string;
      readonly caption?: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** How wide the columns are, against each other. */
      readonly widths: readonly number[];
    }
  | { readonly kind: 'chart'; readonly caption: string; readonly picture: Picture }
  /** Who issued it, with room for the seal, and when. */
  | { readonly kind: 'issued'; readonly lines: readonly string[] };

/** Rows of a table that is not torn apart. */
export const SHORT = 6;

/**
 * A paper of the town, as both its print view and its .docx are made of it. A `form` is a page of boxes; a `report` has
 * the margins and the type of official documents (in Chinese GB/T 9704: 156 by 225 mm, 28 points a line).
 */
export interface Paper {
  readonly layout: 'form' | 'report';
  readonly language: Language;
  /** A line each. */
  readonly title: string;
  /** Below the title, to the left and to the right. */
  readonly under: readonly [string, string];
  readonly blocks: readonly Block[];
  /** The file's name, without its extension. */
  readonly file: string;
}
