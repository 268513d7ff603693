import type { Ground } from '../../contracts/map/drawing.js';
import type { Position } from '../../contracts/map/projection.js';
import type { mapPointsRoute } from '../../contracts/resident/map.js';
import type { AnswerOf } from '../../contracts/route.js';
import type { Language } from '../../domain/words/language.js';
import type { Point } from './layers.js';

interface Told {
  readonly language: Language;
  readonly nameOf: (area: number) => string;
  readonly point: (what: string, where: string | undefined, late: boolean) => string;
}

/** Where requests are, as the map shows them. */
export const pointsOn = (
  points: AnswerOf<typeof mapPointsRoute>['points'],
  areas: Ground['areas'],
  { language, nameOf, point }: Told,
): Point[] =>
  points.map(({ lat, lng, category, late }) => {
    const area = areaAt(areas, [lng, lat]);
    const where = area === undefined ? undefined : nameOf(area);
    return { at: [lng, lat], title: point(category[language], where, late), late, area };
  });

/** The area that a position lies in: a line from it to the east leaves that an odd number of times. */
export const areaAt = (areas: Ground['areas'], [x, y]: Position): number | undefined =>
  areas.find(({ ring }) => {
    const crossed = ring.filter(([x0, y0], position) => {
      const [x1, y1] = ring[(position + 1) % ring.length] ?? [x0, y0];
      return y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
    });
    return crossed.length % 2 === 1;
  })?.id;
