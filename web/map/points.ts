import type { mapPointsRoute } from '../../contracts/resident/map.js';
import type { AnswerOf } from '../../contracts/route.js';
import type { Language } from '../../domain/words/language.js';
import type { Shown } from './town-map.js';

/** Where requests are, as the map shows them. */
export const pointsOn = (
  points: AnswerOf<typeof mapPointsRoute>['points'],
  language: Language,
): Shown['points'] =>
  points.map(({ lat, lng, category, late }) => ({ at: [lng, lat], title: category[language], late }));
