import type { RequestFacts } from '../request/facts.js';
import { isSealed } from '../request/confidential.js';
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

/**
 * Open requests whose place is known, but for complaints about staff. For residents only what concerns public places,
 * and no emergency that complains: whom it may be about may be among them.
 */
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
    const { near, closedAt, about, path } = request;
    const category = shown.get(request.category);
    if (!near || !category || closedAt !== undefined) return [];
    if (about && (reader === 'resident' || isSealed({ confidential: { about }, path }))) return [];
    return [{ ...near, category, late: isOverdue(request, at) }];
  });
}
