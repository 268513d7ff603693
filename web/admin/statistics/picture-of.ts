import { svg as drawn } from '../../map/svg.js';

/** Styles that a picture of its own keeps, where no style sheet reaches. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'vector-effect',
  'font-size',
  'font-family',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];

const groundOf = (svg: Element): string => {
  const ground = getComputedStyle(svg).backgroundColor;
  return ground === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.body).backgroundColor : ground;
};

const everyPart = (svg: Element): Element[] => [svg, ...svg.querySelectorAll('*')];

/** What a picture shows, and of when: away from the page nothing else says it. */
export type Caption = readonly [title: string, about: string];

/** Pixels of the caption, and in it from the top to the middle of each line, of letters so large. */
const HEAD = 56;
const LINES = [
  { y: 18, font: { 'font-size': '16px', 'font-weight': '700' } },
  { y: 40, font: { 'font-size': '13px', 'font-weight': '400' } },
] as const;
const INSET = 4;

/** A drawing of the page as the text of an SVG file, under its caption: it looks as it looks here, and does nothing. */
export function svgFile(svg: SVGSVGElement, caption: Caption): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const shown = everyPart(svg);
  for (const [at, part] of everyPart(copy).entries()) {
    const style = getComputedStyle(shown[at] ?? svg);
    for (const name of part.getAttributeNames()) if (!DRAWN.has(name)) part.removeAttribute(name);
    for (const name of KEPT) part.setAttribute(name, style.getPropertyValue(name));
  }
  const { width, height } = svg.getBoundingClientRect();
  for (const [name, value] of Object.entries({ y: HEAD, width, height }))
    copy.setAttribute(name, String(value));
  const { color, fontFamily } = getComputedStyle(svg);
  const file = drawn('svg', { width, height: height + HEAD });
  file.append(drawn('rect', { width, height: height + HEAD, fill: groundOf(svg) }));
  for (const [at, { y, font }] of LINES.entries()) {
    const look = { fill: color, 'font-family': fontFamily, 'dominant-baseline': 'central', ...font };
    file.append(drawn('text', { x: INSET, y, ...look }, caption[at] ?? ''));
  }
  file.append(copy);
  return new XMLSerializer().serializeToString(file);
}

/** Attributes that say what is drawn, and where. */
const DRAWN = new Set(['xmlns', 'viewBox', 'd', 'x', 'y', 'width', 'height', 'rx', 'dx', 'dy', 'transform']);

/** Dots for each of the screen's, so that it can be printed. */
const SCALE = 2;

/** The same as a PNG. It is drawn anew: our pages may load no picture that was not served. */
export function pngFile(svg: SVGSVGElement, caption: Caption): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil((height + HEAD) * SCALE);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = groundOf(svg);
    pen.fillRect(0, 0, canvas.width, canvas.height);
    drawCaption(pen, svg, caption);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    // As on the page, nothing is drawn beyond the drawing: roads go on past the map.
    pen.beginPath();
    pen.rect(0, HEAD * SCALE, canvas.width, canvas.height);
    pen.clip();
    for (const part of svg.querySelectorAll<SVGGraphicsElement>('path, rect, text')) draw(pen, part);
  }
  return new Promise((made) => {
    canvas.toBlob(made, 'image/png');
  });
}

function drawCaption(pen: CanvasRenderingContext2D, svg: SVGSVGElement, caption: Caption): void {
  const { color, fontFamily } = getComputedStyle(svg);
  const { width } = svg.getBoundingClientRect();
  pen.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  pen.fillStyle = color;
  pen.textBaseline = 'middle';
  for (const [at, { y, font }] of LINES.entries()) {
    pen.font = `${font['font-weight']} ${font['font-size']} ${fontFamily}`;
    pen.fillText(caption[at] ?? '', INSET, y, width - 2 * INSET);
  }
}

function draw(pen: CanvasRenderingContext2D, part: SVGGraphicsElement): void {
  const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = part.getCTM() ?? {};
  pen.setTransform(a * SCALE, b * SCALE, c * SCALE, d * SCALE, e * SCALE, (f + HEAD) * SCALE);
  const style = getComputedStyle(part);
  const strokeWidth = Number.parseFloat(style.strokeWidth);
  pen.lineWidth =
    style.getPropertyValue('vector-effect') === 'non-scaling-stroke' ? strokeWidth / a : strokeWidth;
  pen.lineCap = style.strokeLinecap as CanvasLineCap;
  pen.lineJoin = 'round';
  pen.strokeStyle = style.stroke;
  pen.fillStyle = style.fill;
  const hasStroke = style.stroke !== 'none';
  const hasFill = style.fill !== 'none';
  if (part instanceof SVGTextElement) {
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    pen.textAlign = ALIGNED[style.textAnchor] ?? 'left';
    pen.textBaseline = style.dominantBaseline === 'central' ? 'middle' : 'alphabetic';
    const [x, y] = [Number(part.getAttribute('x')), Number(part.getAttribute('y'))];
    const text = part.textContent ?? '';
    if (hasStroke) pen.strokeText(text, x, y);
    if (hasFill) pen.fillText(text, x, y);
    return;
  }
  const shape = shapeOf(part);
  pen.globalAlpha = Number.parseFloat(style.fillOpacity);
  if (hasFill) pen.fill(shape);
  pen.globalAlpha = 1;
  if (hasStroke) pen.stroke(shape);
}

const ALIGNED: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

function shapeOf(part: Element): Path2D {
  const d = part.getAttribute('d');
  if (d !== null) return new Path2D(d);
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(part.getAttribute(name)),
  );
  const shape = new Path2D();
  shape.rect(x, y, width, height);
  return shape;
}
