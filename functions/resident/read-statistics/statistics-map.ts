import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { groundOf } from '../../../contracts/map/ground.js';
import { countRanges, SHARE_RANGES, shadeOf } from '../../../contracts/map/shades.js';
import { stillMap } from '../../../contracts/map/still-map.js';
import { DEFINITIONS, type Figures } from '../../../domain/statistics/figures.js';
import type { Statistics } from '../../../domain/statistics/statistics.js';
import { Html, html } from '../plain-pages/html.js';
import type { Visit } from '../plain-pages/visit.js';
import { mapOf } from '../read-town/map.js';
import type { Query } from './statistics-page.js';

/** By what the map can be coloured. */
export const COLOURED = ['received', 'solved', 'saidSolved', 'saidSatisfied'] as const;
export type Coloured = (typeof COLOURED)[number];

/** The figure that the page asks for; where that cannot be read, how many requests were received. */
export const colouredBy = ({
  queryStringParameters,
}: Pick<APIGatewayProxyEventV2, 'queryStringParameters'>): Coloured =>
  COLOURED.find((one) => one === queryStringParameters?.['map']) ?? 'received';

/** High enough to be read where the map is as wide as a phone. */
const LETTER = 30;

/** A count, or a share from 0 to 1; undefined where nobody said anything. */
function valueOf(figures: Figures, coloured: Coloured): number | undefined {
  const value = figures[coloured];
  return typeof value === 'number' ? value : (value.share ?? undefined);
}

const isShare = (coloured: Coloured): boolean => coloured === 'saidSolved' || coloured === 'saidSatisfied';

/** The town by a figure of its villages or grids, drawn for browsers without scripts; its table follows on the page. */
export function mapSection(
  visit: Visit,
  { by }: Pick<Query, 'by'>,
  { places }: Statistics,
  coloured: Coloured,
): Html {
  const { messages, language, town } = visit;
  const { map: words, statistics } = messages;
  const values = new Map(places.map(({ id, figures }) => [id, valueOf(figures, coloured)]));
  const ofGrid = (number: number): number | undefined => {
    const place = by === 'grid' ? String(number) : town.grids.find((grid) => grid.number === number)?.village;
    return values.get(place ?? '');
  };
  const ranges = isShare(coloured)
    ? SHARE_RANGES
    : countRanges([...values.values()].map((value) => value ?? 0));
  const text = (value: number) => (isShare(coloured) ? `${Math.round(value * 100)}%` : String(value));
  const name = DEFINITIONS[coloured].name[language];
  const drawn = stillMap(groundOf(mapOf(town), language), {
    label: statistics.mapIs(name),
    shade: (grid) => shadeOf(ofGrid(grid), ranges),
    letter: LETTER,
  });
  return html`<section>
    <h2>${words.heading}</h2>
    <p>${statistics.mapIs(name)}</p>
    <ul class="map-key">
      <li><i class="shade-0"></i>${isShare(coloured) ? words.unknown : words.none}</li>
      ${ranges.map(
        ({ shade, from, to }) =>
          html`<li>
            <i class="shade-${shade}"></i>${from === to ? text(from) : `${text(from)}–${text(to)}`}
          </li>`,
      )}
    </ul>
    ${new Html(drawn)}
  </section>`;
}
