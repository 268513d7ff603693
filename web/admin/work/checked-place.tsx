import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { RequestLink } from '../shell/request-link.js';
import type { Check } from './inspection-part.js';
import { WORK } from './words.js';

/** The subject of a check: a request whose resident is called, a grid, or an office. */
export function CheckedPlace({ check }: { check: Check }) {
  const { request } = check;
  const name = useCheckedName()(check);
  return request === undefined ? <>{name}</> : <RequestLink id={request} />;
}

/** The name of the grid or the office that is checked; one that the town gave up is its number or its id. */
export function useCheckedName(): (check: Check) => string {
  const { tasks } = useWords(WORK);
  const { language } = usePage();
  return ({ placeName, grid, department = '' }) =>
    placeName?.[language] ?? (grid === undefined ? department : tasks.grid(grid));
}
