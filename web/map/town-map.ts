import { type Drawing, drawingOf, type Ground, namesIn } from '../../contracts/map/drawing.js';
import { followFingers } from './fingers.js';
import { ARROWS, neighbour } from './neighbour.js';
import type { Box, Position, Spot } from '../../contracts/map/projection.js';
import type { Shade } from '../../contracts/map/shades.js';
import { svg } from './svg.js';
import { centreOf, isWhole, moved, showing, zoomed } from './view-box.js';

export interface MapWords {
  /** The name of the whole, and how it is used by keys. */
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
}

/** The facts about each area, and where requests are. */
export interface Shown {
  readonly shade: (area: number) => Shade;
  /** Read out, and shown under the pointer. */
  readonly title: (area: number) => string;
  readonly points: readonly { readonly at: Position; readonly title: string; readonly late: boolean }[];
  readonly chosen?: number | undefined;
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
 * map service: no one learns which town is looked at. One area is in the order of the tab key; the arrows lead to its
 * neighbours.
 */
export function createTownMap(
  host: HTMLElement,
  ground: Ground,
  words: MapWords,
  onChoose: (area: number) => void,
): TownMap {
  const drawing = drawingOf(ground);
  const { whole, areas } = drawing;
  const layers = makeLayers(drawing);
  const root = svg('svg', { class: 'town-map', role: 'group', 'aria-label': words.label });
  root.append(layers.areas, layers.rings, layers.lines, layers.points, layers.names);
  let box: Box = whole;
  const unit = (): number => box.width / Math.max(1, root.clientWidth);
  const look = (next: Box): void => {
    box = next;
    root.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    root.style.setProperty('--unit', String(unit()));
    root.classList.toggle('whole', isWhole(box, whole));
    layers.write(namesIn(drawing, LETTER * unit()));
  };
  const zoom = (factor: number, at: Spot = centreOf(box)): void => look(zoomed(box, factor, at, whole));

  const { reach } = layers;
  const choose = (id: number): void => {
    reach(id);
    onChoose(id);
  };
  followKeys(root, drawing, layers, {
    choose,
    zoom,
    show: (spot) => look(spot ? showing(box, spot, whole) : whole),
  });
  followFingers(root, {
    move: (dx, dy) => look(moved(box, -dx * unit(), -dy * unit(), whole)),
    zoom: (factor, x, y) => zoom(factor, [box.x + x * unit(), box.y + y * unit()]),
    choose: (target) => {
      const found = [...layers.parts].find(([, part]) => part.contains(target));
      if (found) choose(found[0]);
    },
  });

  const buttons = buttonsFor([
    ['+', words.zoomIn, () => zoom(STEP)],
    ['−', words.zoomOut, () => zoom(1 / STEP)],
    [words.fit, words.fit, () => look(whole)],
  ]);
  host.replaceChildren(root, buttons);
  const [first] = areas;
  if (first) reach(first.id);
  const resized = new ResizeObserver(() => look(box));
  resized.observe(root);
  look(whole);
  return {
    show: layers.show,
    end: () => {
      resized.disconnect();
      host.replaceChildren();
    },
  };
}

interface KeyActs {
  readonly choose: (area: number) => void;
  readonly zoom: (factor: number, at?: Spot) => void;
  /** Moves so far that the spot is seen; without one, all is. */
  readonly show: (spot?: Spot) => void;
}

/** The arrows lead to a neighbour, plus and minus enlarge around it, 0 shows all, Enter chooses. */
function followKeys(
  root: SVGElement,
  { areas }: Drawing,
  { parts, reach }: ReturnType<typeof makeLayers>,
  { choose, zoom, show }: KeyActs,
): void {
  root.addEventListener('keydown', (event) => {
    const at = areas.find(({ id }) => parts.get(id) === document.activeElement);
    const arrow = ARROWS[event.key];
    const next = at && arrow && areas.find(({ id }) => id === neighbour(areas, at.spot, arrow));
    if (next) {
      reach(next.id);
      parts.get(next.id)?.focus();
      show(next.spot);
    } else if (event.key === '+' || event.key === '=') zoom(STEP, at?.spot);
    else if (event.key === '-') zoom(1 / STEP, at?.spot);
    else if (event.key === '0') show();
    else if (at && (event.key === 'Enter' || event.key === ' ')) choose(at.id);
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

/** A ring around one area, above all areas: its neighbours would hide half of its own outline. */
function ringOn(rings: SVGElement, name: string): (area?: SVGElement) => void {
  const ring = svg('path', { class: name, d: '' });
  rings.append(ring);
  return (area) => ring.setAttribute('d', area?.getAttribute('d') ?? '');
}

function makeLayers({ areas, lines, spot }: Drawing) {
  const [ofAreas, ofLines, ofPoints, ofNames, ofRings] = ['areas', 'lines', 'points', 'names', 'rings'].map(
    (name) => svg('g', { class: `map-${name}` }),
  ) as [SVGElement, SVGElement, SVGElement, SVGElement, SVGElement];
  const parts = new Map(
    areas.map(({ id, path }) => [id, svg('path', { d: path, role: 'button', tabindex: '-1' })]),
  );
  ofAreas.append(...parts.values());
  const ringChosen = ringOn(ofRings, 'chosen');
  const ringFocus = ringOn(ofRings, 'focus');
  ofAreas.addEventListener('focusin', ({ target }) =>
    ringFocus(target instanceof SVGElement && target.matches(':focus-visible') ? target : undefined),
  );
  ofAreas.addEventListener('focusout', () => ringFocus());
  ofLines.append(...lines.map(({ kind, path }) => svg('path', { d: path, class: kind })));
  return {
    areas: ofAreas,
    rings: ofRings,
    lines: ofLines,
    points: ofPoints,
    names: ofNames,
    parts,
    /** The one that the tab key comes to. */
    reach: (id: number): void => {
      for (const [one, part] of parts) part.setAttribute('tabindex', one === id ? '0' : '-1');
    },
    write: (names: Drawing['names']): void =>
      ofNames.replaceChildren(
        ...names.map(({ kind, text, spot: [x, y] }) =>
          svg('text', { x, y, class: kind, 'aria-hidden': 'true' }, text),
        ),
      ),
    show: ({ shade, title, points, chosen }: Shown): void => {
      for (const [id, part] of parts) {
        part.setAttribute('class', `shade-${shade(id)}`);
        part.setAttribute('aria-label', title(id));
        part.setAttribute('aria-pressed', String(id === chosen));
        part.replaceChildren(svg('title', {}, title(id)));
      }
      ringChosen(chosen === undefined ? undefined : parts.get(chosen));
      ofPoints.replaceChildren(
        ...points.map(({ at, title: said, late }) => {
          const [x, y] = spot(at);
          // A line without length, with round ends: a dot as large on every scale.
          const dot = svg('path', { d: `M${x} ${y}h0`, class: late ? 'late' : 'open' });
          dot.append(svg('title', {}, said));
          return dot;
        }),
      );
    },
  };
}
