import { type Block, type Field, type Paper, SHORT } from './paper.js';
import type { Mark, Picture } from './picture.js';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string>>;

/** An element with what lies in it; words are never read as markup. */
function element(name: string, attributes: Attributes, ...inside: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** Draws a paper as a page; its styles are in `papers.css`. Without a library, so that it can be drawn for printing. */
export function drawPaper(paper: Paper): HTMLElement {
  const [left, right] = paper.under;
  return element(
    'article',
    { class: `a4 paper paper-${paper.layout}`, lang: paper.language },
    element('h2', { class: 'paper-title' }, paper.title),
    element('p', { class: 'paper-under' }, element('span', {}, left), element('span', {}, right)),
    ...paper.blocks.map(drawBlock),
  );
}

function drawBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element('h3', {}, block.text);
    case 'paragraph':
      return element('p', { class: 'paper-text' }, block.text);
    case 'note':
      return element('p', { class: 'paper-note' }, block.text);
    case 'fields':
      return element(
        'table',
        { class: 'paper-fields', 'aria-label': block.label },
        element('tbody', {}, ...block.lines.map(drawLine)),
      );
    case 'table':
      return drawTable(block);
    case 'chart':
      return element(
        'figure',
        {},
        drawPicture(block.picture, block.caption),
        element('figcaption', {}, block.caption),
      );
    case 'issued':
      return element('div', { class: 'paper-issued' }, ...block.lines.map((line) => element('p', {}, line)));
  }
}

function drawLine(fields: readonly Field[]): HTMLElement {
  const wide = fields.length === 1;
  return element(
    'tr',
    {},
    ...fields.flatMap(({ label, value, free = 0 }) => [
      element('th', { scope: 'row' }, label),
      element(
        'td',
        wide ? { colspan: '3' } : {},
        value,
        ...Array.from({ length: free }, () => element('br', {})),
      ),
    ]),
  );
}

function drawTable({ label, caption, head, rows, widths }: Extract<Block, { kind: 'table' }>): HTMLElement {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => {
    const column = element('col', {});
    // Through the object model, which the pages' policy allows; as an attribute it would not.
    column.style.width = `${(width / all) * 100}%`;
    return column;
  });
  return element(
    'table',
    {
      class: rows.length > SHORT ? 'paper-table' : 'paper-table paper-short',
      ...(caption === undefined ? { 'aria-label': label } : {}),
    },
    ...(caption === undefined ? [] : [element('caption', {}, caption)]),
    element('colgroup', {}, ...columns),
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element(
      'tbody',
      {},
      ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))),
    ),
  );
}

function drawPicture({ width, height, marks }: Picture, name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.append(...marks.map(drawMark));
  return svg;
}

function drawMark(mark: Mark): SVGElement {
  const made = document.createElementNS(SVG, mark.kind === 'bar' ? 'rect' : 'text');
  const set = (values: Readonly<Record<string, string | number>>) => {
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  };
  if (mark.kind === 'bar') {
    const { x, y, width, height, shade } = mark;
    set({ x, y, width, height, class: `shade-${shade}` });
  } else {
    set({ x: mark.x, y: mark.y, 'text-anchor': mark.align, 'dominant-baseline': 'central' });
    made.textContent = mark.text;
  }
  return made;
}
