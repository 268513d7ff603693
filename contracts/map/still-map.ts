import { drawingOf, type Ground, namesIn } from './drawing.js';
import type { Shade } from './shades.js';

export interface Still {
  /** The name of the whole for screen readers. */
  readonly label: string;
  readonly shade: (area: number) => Shade;
  /** The height of letters, in units of a drawing 900 wide; names without room are left out, the first ones last. */
  readonly letter: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

/** A path that ends at whole units: half as many bytes, and on a page nobody sees a thousandth of its width. */
const rounded = (path: string): string => path.replaceAll(/\d+\.\d+/g, (number) => Number(number).toFixed(0));

/** The town as a drawing that nothing is done with, as the text of an SVG; the page's style sheet has its colours. */
export function stillMap(ground: Ground, { label, shade, letter }: Still): string {
  const drawing = drawingOf(ground);
  const { whole, areas, lines } = drawing;
  const shapes = areas.map(({ id, path }) => `<path class="shade-${shade(id)}" d="${rounded(path)}"/>`);
  const drawn = lines.map(({ kind, path }) => `<path class="${kind}" d="${rounded(path)}"/>`);
  const edge = Math.ceil(letter / 5);
  const names = namesIn(drawing, letter).map(
    ({ kind, text, spot: [x, y] }) =>
      `<text class="${kind}" x="${x.toFixed(0)}" y="${y.toFixed(0)}" font-size="${letter}" stroke-width="${edge}">${escaped(text)}</text>`,
  );
  const box = `0 0 ${whole.width} ${Math.ceil(whole.height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="town-map still" role="img" aria-label="${escaped(label)}" viewBox="${box}"><g class="map-areas">${shapes.join('')}</g><g class="map-lines">${drawn.join('')}</g><g class="map-names">${names.join('')}</g></svg>`;
}
