import { type Drawing, drawingOf, type Ground, namesIn } from '../../contracts/map/drawing.js';
import { followFingers } from './fingers.js';
import { areasOf, dotsOf, type Layer, layerOf, reach, type Shown, type Stop } from './layers.js';
import { ARROWS } from './neighbour.js';
import type { Box, Spot } from '../../contracts/map/projection.js';
import { svg } from './svg.js';
import { centreOf, isWhole, moved, showing, zoomed } from './view-box.js';

export interface MapWords {
  /** The name of the whole, and how it is used by keys. */
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
}

export interface TownMap {
  show(shown: Shown): void;
  end(): void;
}

/** Height of a letter, pixels. */
const LETTER = 13;
const STEP = 1.6;

/**
 * A town drawn from its own data, to be moved and enlarged by fingers, pointer and keys. It needs no framework and no
 * map service: no one learns which town is looked at. One area is in the order of the tab key, and one dot; the
 * arrows lead to the others.
 */
export function createTownMap(
  host: HTMLElement,
  ground: Ground,
  words: MapWords,
  onChoose: (area: number) => void,
): TownMap {
  const drawing = drawingOf(ground);
  const { whole } = drawing;
  const areas = areasOf(drawing);
  const dots = dotsOf(drawing);
  const names = layerOf('names');
  const root = svg('svg', { class: 'town-map', role: 'group', 'aria-label': words.label });
  root.append(areas.layer.root, areas.rings, linesOf(drawing), dots.layer.root, names);
  let box: Box = whole;
  const unit = (): number => box.width / Math.max(1, root.clientWidth);
  const look = (next: Box): void => {
    box = next;
    root.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    root.style.setProperty('--unit', String(unit()));
    root.classList.toggle('whole', isWhole(box, whole));
    names.replaceChildren(...namesIn(drawing, LETTER * unit()).map(written));
  };
  const zoom = (factor: number, at: Spot = centreOf(box)): void => look(zoomed(box, factor, at, whole));

  const layers = [areas.layer, dots.layer];
  const choose = (layer: Layer, stop: Stop): void => {
    reach(layer, stop);
    if (stop.area !== undefined) onChoose(stop.area);
  };
  followKeys(root, layers, {
    choose,
    zoom,
    show: (spot) => look(spot ? showing(box, spot, whole) : whole),
  });
  followFingers(root, {
    move: (dx, dy) => look(moved(box, -dx * unit(), -dy * unit(), whole)),
    zoom: (factor, x, y) => zoom(factor, [box.x + x * unit(), box.y + y * unit()]),
    choose: (target) => {
      const found = standing(layers, (part) => part.contains(target));
      if (found) choose(found.layer, found.stop);
    },
  });

  const buttons = buttonsFor([
    ['+', words.zoomIn, () => zoom(STEP)],
    ['−', words.zoomOut, () => zoom(1 / STEP)],
    [words.fit, words.fit, () => look(whole)],
  ]);
  host.replaceChildren(root, buttons);
  const resized = new ResizeObserver(() => look(box));
  resized.observe(root);
  look(whole);
  return {
    show: (shown) => [areas, dots].forEach((one) => one.show(shown)),
    end: () => {
      resized.disconnect();
      host.replaceChildren();
    },
  };
}

const linesOf = ({ lines }: Drawing): SVGElement =>
  layerOf(
    'lines',
    lines.map(({ kind, path }) => svg('path', { d: path, class: kind })),
  );

/** A name of the town's own map; it is no part of what is read out. */
const written = ({ kind, text, spot: [x, y] }: Drawing['names'][number]): SVGElement =>
  svg('text', { x, y, class: kind, 'aria-hidden': 'true' }, text);

/** The part that this is true of, and its layer. */
function standing(layers: readonly Layer[], is: (part: SVGElement) => boolean) {
  for (const layer of layers) {
    const stop = layer.stops.find(({ part }) => is(part));
    if (stop) return { layer, stop };
  }
  return undefined;
}

interface KeyActs {
  readonly choose: (layer: Layer, stop: Stop) => void;
  readonly zoom: (factor: number, at?: Spot) => void;
  /** Moves so far that the spot is seen; without one, all is. */
  readonly show: (spot?: Spot) => void;
}

/** The arrows lead from area to area, or from dot to dot; plus and minus enlarge around it, 0 shows all, Enter chooses. */
function followKeys(root: SVGElement, layers: readonly Layer[], { choose, zoom, show }: KeyActs): void {
  root.addEventListener('keydown', (event) => {
    const at = standing(layers, (part) => part === document.activeElement);
    const arrow = ARROWS[event.key];
    const next = at && arrow && at.layer.next(at.stop, arrow);
    if (next) {
      reach(at.layer, next);
      next.part.focus();
      show(next.spot);
    } else if (event.key === '+' || event.key === '=') zoom(STEP, at?.stop.spot);
    else if (event.key === '-') zoom(1 / STEP, at?.stop.spot);
    else if (event.key === '0') show();
    else if (at && (event.key === 'Enter' || event.key === ' ')) choose(at.layer, at.stop);
    else if (!arrow) return;
    event.preventDefault();
  });
}

function buttonsFor(acts: readonly (readonly [text: string, label: string, act: () => void])[]): HTMLElement {
  const buttons = document.createElement('div');
  buttons.className = 'map-buttons';
  for (const [text, label, act] of acts) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: text, title: label, onclick: act });
    button.setAttribute('aria-label', label);
    buttons.append(button);
  }
  return buttons;
}
