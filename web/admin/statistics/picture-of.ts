import { svg as drawn } from '../../map/svg.js';
import { type Caption, type CaptionLine, captionLines } from './caption-lines.js';

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

/** Pixels beside the caption. */
const INSET = 4;

const fontOf = ({ size, weight }: CaptionLine['font'], family: string): string =>
  `${weight} ${size}px ${family}`;

/** The caption as it stands over a drawing. */
function captionOver(svg: SVGSVGElement, caption: Caption) {
  const { fontFamily } = getComputedStyle(svg);
  const pen = document.createElement('canvas').getContext('2d');
  return captionLines(caption, svg.getBoundingClientRect().width - 2 * INSET, (text, font) => {
    if (!pen) return 0;
    pen.font = fontOf(font, fontFamily);
    return pen.measureText(text).width;
  });
}

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
  const head = captionOver(svg, caption);
  for (const [name, value] of Object.entries({ y: head.height, width, height }))
    copy.setAttribute(name, String(value));
  const { color, fontFamily } = getComputedStyle(svg);
  const file = drawn('svg', { width, height: height + head.height });
  file.append(drawn('rect', { width, height: height + head.height, fill: groundOf(svg) }));
  for (const { text, y, font } of head.lines) {
    const letters = { 'font-family': fontFamily, 'font-size': `${font.size}px`, 'font-weight': font.weight };
    file.append(
      drawn('text', { x: INSET, y, fill: color, 'dominant-baseline': 'central', ...letters }, text),
    );
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
  const head = captionOver(svg, caption);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil((height + head.height) * SCALE);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = groundOf(svg);
    pen.fillRect(0, 0, canvas.width, canvas.height);
    drawCaption(pen, svg, head.lines);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    // As on the page, nothing is drawn beyond the drawing: roads go on past the map.
    pen.beginPath();
    pen.rect(0, head.height * SCALE, canvas.width, canvas.height);
    pen.clip();
    for (const part of svg.querySelectorAll<SVGGraphicsElement>('path, rect, text'))
      draw(pen, part, head.height);
  }
  return new Promise((made) => {
    canvas.toBlob(made, 'image/png');
  });
}

function drawCaption(pen: CanvasRenderingContext2D, svg: SVGSVGElement, lines: readonly CaptionLine[]): void {
  const { color, fontFamily } = getComputedStyle(svg);
  pen.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  pen.fillStyle = color;
  pen.textBaseline = 'middle';
  for (const { text, y, font } of lines) {
    pen.font = fontOf(font, fontFamily);
    pen.fillText(text, INSET, y);
  }
}

/** A part of the drawing, so many pixels below the top. */
function draw(pen: CanvasRenderingContext2D, part: SVGGraphicsElement, top: number): void {
  const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = part.getCTM() ?? {};
  pen.setTransform(a * SCALE, b * SCALE, c * SCALE, d * SCALE, e * SCALE, (f + top) * SCALE);
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
