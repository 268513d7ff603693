import { shownPhone } from '../../../contracts/pages/telephone.js';
import { usePage } from '../page/page-context.js';

/** Telephone numbers as people of the town read them. */
export function usePhones(): (number: string) => string {
  const { number: home } = usePage().me.town;
  return (number) => shownPhone(number, home);
}
