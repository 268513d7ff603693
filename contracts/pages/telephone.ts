export { shownPhone, textedNumber } from '../../domain/contact/national-number.js';

/** Every other piece of what it splits is a number that can be dialled. For words that hold no other numbers. */
export const NUMBERS = /(\+?\d{2,})/;

/** The same for anybody's words: no day, hour, sum or identity number is long or short enough. */
export const PHONES = /(\+?\b(?:0\d{2,3}-)?\d{7,15}\b)/;
