import type { mapRoute } from '../resident/map.js';
import type { AnswerOf } from '../route.js';
import type { Language } from '../../domain/words/language.js';
import type { Ground } from './drawing.js';
import type { Position } from './projection.js';

const positionOf = ([lng = 0, lat = 0]: readonly number[]): Position => [lng, lat];

/** The town's map as the service answers it, in one language. */
export const groundOf = (
  { grids, villages, features }: AnswerOf<typeof mapRoute>,
  language: Language,
): Ground => ({
  areas: grids.map(({ number, village, ring }) => ({ id: number, village, ring: ring.map(positionOf) })),
  villages: villages.map(({ id, name }) => ({ id, name: name[language] })),
  features: features.map(({ kind, name, points }) => ({
    kind,
    name: name?.[language],
    points: points.map(positionOf),
  })),
});
