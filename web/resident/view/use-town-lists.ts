import { categoriesRoute, villagesRoute } from '../../../contracts/resident/town.js';
import { usePage } from '../page-context.js';
import { useKept } from './use-kept.js';

/** The kinds of request to choose from; none while they are not known. */
export function useCategories() {
  const { keep, call } = usePage();
  return useKept(keep, call, categoriesRoute).value?.categories ?? [];
}

/** The villages to choose from, and whether they could not be had. */
export function useVillages() {
  const { keep, call } = usePage();
  const { value, failed, reload } = useKept(keep, call, villagesRoute);
  const villages = value?.villages ?? [];
  return { villages, failed: failed && villages.length === 0, reload };
}
