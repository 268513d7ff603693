const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s\-\u2010-\u2015]/g, '');

/** A request number as the service knows it, whatever the width, case, spaces and hyphens somebody typed. */
export const typedNumber = (typed: string): string => plain(typed).toUpperCase();

/** A tracking key as the service knows it: keys keep their case and their hyphens. */
export const typedKey = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '');

/** A request number as people read it out: two groups of four. */
export const shownNumber = (id: string): string =>
  id.length === 8 ? `${id.slice(0, 4)}-${id.slice(4)}` : id;

/** A telephone number without the spaces, brackets and hyphens people write into it. */
export const typedPhone = (typed: string): string => plain(typed).replace(/[().]/g, '');
