import type { Draft } from '../../contracts/resident/draft.js';

/** Where somebody is: by village and group, or a point. */
export type GridPlace =
  | { readonly village: string; readonly group: string }
  | { readonly lat: string; readonly lng: string };

/** About 100 m: near enough for a grid, and no address of a call says where somebody's door is. */
const coarse = (degrees: number): string => degrees.toFixed(3);

/** The place of a draft as a query; undefined until there is one. */
export function placeQuery({
  village,
  group,
  location,
}: Pick<Draft, 'village' | 'group' | 'location'>): GridPlace | undefined {
  if (village !== '' && group !== '') return { village, group };
  return location && { lat: coarse(location.lat), lng: coarse(location.lng) };
}

/** The question for reports like this one; undefined until its category and place are known. */
export function similarQuery(draft: Draft) {
  const place = placeQuery(draft);
  return draft.category === '' || place === undefined ? undefined : { category: draft.category, ...place };
}
