import { instantOf, isObject, listOf, textOf } from '../json.js';
import type { Draft } from './draft.js';
import { type GridPlace, placeQuery } from './grid-found.js';

/** An open request that may be the same event: a member of the answer of `GET /requests/similar`. */
export interface SimilarRequest {
  readonly id: string;
  readonly statusText: string;
  /** Epoch milliseconds, to the full hour. */
  readonly reportedAt: number;
  readonly grid: string;
}

function similarOf(value: unknown): SimilarRequest | undefined {
  if (!isObject(value) || !isObject(value['grid'])) return undefined;
  const id = textOf(value['id']);
  const reportedAt = instantOf(value['reportedAt']);
  const grid = textOf(value['grid']['name']);
  if (id === undefined || reportedAt === undefined || grid === undefined) return undefined;
  return { id, reportedAt, grid, statusText: textOf(value['statusText']) ?? '' };
}

export const similarRequestsOf = (value: unknown): SimilarRequest[] | undefined =>
  isObject(value) ? listOf(value['similar'], similarOf) : undefined;

const placeOf = ({ village, group, location }: Draft): GridPlace | undefined =>
  village !== '' && group !== '' ? { village, group } : location;

/** What to ask for reports like this one; undefined until it is known what it is and where. */
export function similarQuery(draft: Draft): string | undefined {
  const place = placeOf(draft);
  return draft.category === '' || place === undefined
    ? undefined
    : `category=${encodeURIComponent(draft.category)}&${placeQuery(place)}`;
}
