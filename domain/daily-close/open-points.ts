import type { RequestFacts } from '../request/facts.js';
import { isOverdue } from '../request/running-deadline.js';
import type { Town } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';

/** Where an open request is, to 100 m, and what it is about. */
export interface OpenPoint {
  readonly lat: number;
  readonly lng: number;
  readonly category: Bilingual;
  readonly late: boolean;
}

/** Open requests whose place is known, but for complaints about staff; for residents only what concerns public places. */
export function openPoints(
  requests: readonly RequestFacts[],
  { categories }: Pick<Town, 'categories'>,
  at: number,
  reader: 'staff' | 'resident',
): OpenPoint[] {
  const shown = new Map(
    categories.filter((category) => reader === 'staff' || category.public).map(({ id, name }) => [id, name]),
  );
  return requests.flatMap((request) => {
    const { near, closedAt, about } = request;
    const category = shown.get(request.category);
    if (!near || !category || closedAt !== undefined || about !== undefined) return [];
    return [{ ...near, category, late: isOverdue(request, at) }];
  });
}
