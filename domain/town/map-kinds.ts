/**
 * The kinds of things on a town's map besides its grids: lines, but for lakes, which are closed, and places, which are
 * a name at a point.
 */
export const MAP_KINDS = ['river', 'lake', 'road', 'lane', 'place'] as const;
