/** Characters of a text that are read: nobody says only behind them what is the matter. People read the rest. */
export const READ_AT_MOST = 1_600;

/** Characters of a text that the log of texts keeps: far more than any phone sends, far less than an item may have. */
export const LOGGED_AT_MOST = 20_000;

/** Characters that a resident may say of one request in all: 详 and the console show it whole; items have 400 KB. */
export const LONGEST_WORDS = 20_000;

/** Characters of what people fill in. */
export const LONGEST_NAME = 50;
export const LONGEST_DESCRIPTION = 2_000;
export const LONGEST_NOTE = 500;
/** An id, a number of a request, a key, a phone number. */
export const LONGEST_ID = 200;

/** Characters of any one field that a page or a program sends, where its schema asks for no fewer. */
export const LONGEST_FIELD = LONGEST_DESCRIPTION;
/** Lists within lists: no form has as many. */
export const DEEPEST = 32;

/** Calendar years that figures by month may cover. */
export const MOST_YEARS = 6;
