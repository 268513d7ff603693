import type { Round } from './round.js';

/**
 * Whether a later round of its kind has taken up what a round left, so that there is nothing to begin again. Of an
 * inspection that has been begun nothing is taken up: its checks are its own.
 */
export const isOvertaken = (
  { kind, date }: Pick<Round, 'kind' | 'date'>,
  { own, latest }: { readonly own: Round | undefined; readonly latest: Round | undefined },
): boolean => {
  const isBegunInspection = own !== undefined && kind.endsWith('-inspection');
  return !isBegunInspection && latest !== undefined && latest.date > date;
};
