import type { Drawing } from '../../contracts/map/drawing.js';
import type { Position, Spot } from '../../contracts/map/projection.js';
import type { Shade } from '../../contracts/map/shades.js';
import { neighbour } from './neighbour.js';
import { svg } from './svg.js';

/** The facts about each area, and where requests are. */
export interface Shown {
  readonly shade: (area: number) => Shade;
  /** Read out, and shown under the pointer. */
  readonly title: (area: number) => string;
  readonly points: readonly Point[];
  readonly chosen?: number | undefined;
}

export interface Point {
  readonly at: Position;
  readonly title: string;
  readonly late: boolean;
  /** The area that it lies in, which it leads to; undefined for one beyond the town's edge. */
  readonly area: number | undefined;
}

/** What the keys come to. */
export interface Stop {
  readonly part: SVGElement;
  readonly spot: Spot;
  readonly area: number | undefined;
}

/** Parts of one kind: one of them is in the order of the tab key, the arrows lead to the others. */
export interface Layer {
  readonly root: SVGElement;
  stops: readonly Stop[];
  /** The one that an arrow key leads to. */
  readonly next: (from: Stop, arrow: Spot) => Stop | undefined;
}

export const layerOf = (name: string, parts: readonly SVGElement[] = []): SVGElement => {
  const layer = svg('g', { class: `map-${name}` });
  layer.append(...parts);
  return layer;
};

const buttonOf = (path: string): SVGElement => svg('path', { d: path, role: 'button', tabindex: '-1' });

/** The one of its layer that the tab key comes to. */
export function reach({ stops }: Layer, stop: Stop | undefined): void {
  for (const { part } of stops) part.setAttribute('tabindex', part === stop?.part ? '0' : '-1');
}

function nameButton(part: SVGElement, title: string): void {
  part.setAttribute('aria-label', title);
  part.replaceChildren(svg('title', {}, title));
}

/** A ring around one part, above or below all others: neighbours would hide half of its own outline. */
function ringOn(layer: SVGElement, name: string): (part?: Element) => void {
  const ring = svg('path', { class: name, d: '' });
  layer.append(ring);
  return (part) => ring.setAttribute('d', part?.getAttribute('d') ?? '');
}

function ringFocused(layer: SVGElement, ring: (part?: Element) => void): void {
  // To Chromium, what listens for focus in a drawing is a stop of the tab key by itself.
  layer.setAttribute('tabindex', '-1');
  layer.addEventListener('focusin', ({ target }) =>
    ring(target instanceof SVGElement && target.matches(':focus-visible') ? target : undefined),
  );
  layer.addEventListener('focusout', () => ring());
}

/** The areas, and above them the rings around the chosen and the focused one. */
export function areasOf({ areas }: Drawing) {
  const stops = areas.map(({ id, path, spot }) => ({ area: id, spot, part: buttonOf(path) }));
  const layer: Layer = {
    root: layerOf(
      'areas',
      stops.map(({ part }) => part),
    ),
    stops,
    next: (from, arrow) => {
      const found = neighbour(
        stops.map(({ area, spot }) => ({ id: area, spot })),
        from.spot,
        arrow,
      );
      return stops.find(({ area }) => area === found);
    },
  };
  const rings = layerOf('rings');
  const ringChosen = ringOn(rings, 'chosen');
  ringFocused(layer.root, ringOn(rings, 'focus'));
  reach(layer, stops[0]);
  const show = ({ shade, title, chosen }: Shown): void => {
    for (const { area, part } of stops) {
      part.setAttribute('class', `shade-${shade(area)}`);
      part.setAttribute('aria-pressed', String(area === chosen));
      nameButton(part, title(area));
    }
    ringChosen(stops.find(({ area }) => area === chosen)?.part);
  };
  return { layer, rings, show };
}

/**
 * Where requests are, from west to east: they lie on one another, so that an arrow leads to the next in this order. Parts are used again: whoever stands on one stays there when they are shown anew.
 */
export function dotsOf({ spot }: Drawing) {
  const layer: Layer = {
    root: layerOf('points'),
    stops: [],
    next: (from, [right, down]) => layer.stops[layer.stops.indexOf(from) + right + down],
  };
  ringFocused(layer.root, ringOn(layer.root, 'focus'));
  const show = ({ points }: Shown): void => {
    const before = layer.stops;
    for (const { part } of before.slice(points.length)) part.remove();
    layer.stops = points
      .map((point) => ({ ...point, spot: spot(point.at) }))
      // Phones of 2020 lack `toSorted`.
      .sort((a, b) => a.spot[0] - b.spot[0])
      .map(({ title, late, ...one }, position) => {
        const part = before[position]?.part ?? buttonOf('');
        // A line without length, with round ends: a dot as large on every scale.
        part.setAttribute('d', `M${one.spot.join(' ')}h0`);
        part.setAttribute('class', late ? 'late' : 'open');
        nameButton(part, title);
        if (!part.parentNode) layer.root.append(part);
        return { ...one, part };
      });
    if (!layer.stops.some(({ part }) => part.getAttribute('tabindex') === '0')) reach(layer, layer.stops[0]);
  };
  return { layer, show };
}
