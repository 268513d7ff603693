import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Block, type Field, type Paper, SHORT } from './paper.js';
import type { Picture } from './picture.js';

/** The fonts of official documents, which the offices' machines have; another word processor takes what is nearest. */
const FONTS = {
  'zh-CN': { title: 'FZXiaoBiaoSong-B05S', text: 'FangSong_GB2312', head: 'SimHei' },
  en: { title: 'Georgia', text: 'Georgia', head: 'Georgia' },
} as const;

/** Sizes in points, margins in millimetres: above, right, below, left. */
const LAYOUTS = {
  form: {
    margins: [20, 22, 18, 22],
    text: { 'zh-CN': 12, en: 10.5 },
    head: { 'zh-CN': 14, en: 12 },
    line: undefined,
  },
  // GB/T 9704: 28 points a line.
  report: {
    margins: [37, 26, 35, 28],
    text: { 'zh-CN': 16, en: 11 },
    head: { 'zh-CN': 16, en: 13 },
    line: 28,
  },
} as const;
const TITLE = { 'zh-CN': 22, en: 18 } as const;
const TABLE = { 'zh-CN': 10.5, en: 9 } as const;

const A4 = { width: 210, height: 297 } as const;
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** How a paper looks in the file. */
interface Look {
  readonly fonts: (typeof FONTS)[keyof typeof FONTS];
  readonly language: Paper['language'];
  readonly layout: (typeof LAYOUTS)[Paper['layout']];
  /** Between the margins, in twips. */
  readonly room: number;
}

/** A paper as a file of a word processor (.docx). */
export async function docxOf(paper: Paper): Promise<Blob> {
  const layout = LAYOUTS[paper.layout];
  const [top, right, bottom, left] = layout.margins;
  const look: Look = {
    fonts: FONTS[paper.language],
    language: paper.language,
    layout,
    room: twips(A4.width - left - right),
  };
  const blocks = await Promise.all(paper.blocks.map((block) => blockChildren(block, look)));
  const document = new Document({
    title: paper.title,
    creator: '',
    styles: {
      default: {
        document: {
          run: {
            font: fontOf(look.fonts.text),
            size: halfPoints(layout.text[paper.language]),
            color: '000000',
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(A4.width), height: twips(A4.height) },
            margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
          },
        },
        ...(paper.layout === 'report' ? { footers: { default: pageNumbers() } } : {}),
        children: [titleOf(paper, look), underTitle(paper, look), ...blocks.flat()],
      },
    ],
  });
  return Packer.toBlob(document);
}

const halfPoints = (points: number): number => Math.round(points * 2);
const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: halfPoints(14) })],
      }),
    ],
  });

const titleOf = ({ title }: Paper, { fonts, language }: Look): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    children: [
      ...runsOf(title, {
        font: fonts.title,
        size: halfPoints(TITLE[language]),
        bold: language === 'en',
      }),
    ],
  });

/** To the left and to the right, by a tab stop at the margin. */
const underTitle = ({ under: [left, right] }: Paper, { room }: Look): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: room }],
    spacing: { after: 80 },
    children: [new TextRun({ children: [left, new Tab(), right] })],
  });

async function blockChildren(block: Block, look: Look): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block.text, look)];
    case 'paragraph':
      return [textOf(block.text, look)];
    case 'note':
      return [
        new Paragraph({
          spacing: { before: 60, after: 60 },
          children: runsOf(block.text, { size: halfPoints(TABLE[look.language]) }),
        }),
      ];
    case 'fields':
      return [fieldsOf(block, look)];
    case 'table':
      return [...(block.caption === undefined ? [] : [captionOf(block.caption, look)]), tableOf(block, look)];
    case 'chart':
      return [await imageOf(block.picture, look), captionOf(block.caption, look)];
    case 'issued':
      return issuedOf(block.lines, look);
  }
}

const headingOf = (text: string, { fonts, language, layout }: Look): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 160, after: 80 },
    children: [
      new TextRun({
        text,
        font: fontOf(fonts.head),
        size: halfPoints(layout.head[language]),
        bold: language === 'en',
        color: '000000',
      }),
    ],
  });

const textOf = (text: string, { language, layout }: Look): Paragraph =>
  new Paragraph({
    alignment: language === 'en' ? AlignmentType.START : AlignmentType.BOTH,
    // Two signs; some word processors know no measure in signs, and take the one in twips.
    ...(language === 'en' ? {} : { indent: { firstLine: layout.text[language] * 40, firstLineChars: 200 } }),
    spacing:
      layout.line === undefined || language === 'en'
        ? { after: 120 }
        : { line: layout.line * 20, lineRule: LineRuleType.EXACT },
    children: runsOf(text),
  });

/** A run for each line. */
const runsOf = (
  text: string,
  style: { readonly size?: number; readonly font?: string; readonly bold?: boolean } = {},
): TextRun[] =>
  text.split('\n').map(
    (line, nth) =>
      new TextRun({
        text: line,
        ...(nth === 0 ? {} : { break: 1 }),
        ...(style.size === undefined ? {} : { size: style.size }),
        ...(style.font === undefined ? {} : { font: fontOf(style.font) }),
        ...(style.bold ? { bold: true } : {}),
      }),
  );

const captionOf = (text: string, { fonts, language }: Look): Paragraph =>
  new Paragraph({
    keepNext: true,
    alignment: language === 'en' ? AlignmentType.START : AlignmentType.CENTER,
    spacing: { before: 80, after: 40 },
    children: runsOf(text, { size: halfPoints(TABLE[language]), font: fonts.head, bold: language === 'en' }),
  });

const cell = (paragraph: Paragraph, width: number, columnSpan = 1): TableCell =>
  new TableCell({
    children: [paragraph],
    columnSpan,
    width: { size: Math.round(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
  });

/** The share of the width that the name of a field takes. */
const LABEL = 0.16;

function fieldsOf({ lines }: Extract<Block, { kind: 'fields' }>, look: Look): Table {
  const label = look.room * LABEL;
  const value = look.room / 2 - label;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: look.room, type: WidthType.DXA },
    columnWidths: [label, value, label, value].map(Math.round),
    rows: lines.map(
      (fields) =>
        new TableRow({
          cantSplit: true,
          children: fields.flatMap((field) => [
            cell(labelOf(field, look), label),
            ...(fields.length === 1
              ? [cell(valueOf(field), look.room - label, 3)]
              : [cell(valueOf(field), value)]),
          ]),
        }),
    ),
  });
}

const labelOf = ({ label }: Field, { fonts, language }: Look): Paragraph =>
  new Paragraph({
    alignment: language === 'en' ? AlignmentType.START : AlignmentType.CENTER,
    children: runsOf(label, { font: fonts.head, bold: language === 'en' }),
  });

const valueOf = ({ value, free = 0 }: Field): Paragraph =>
  new Paragraph({ children: runsOf(value + '\n'.repeat(free)) });

function tableOf({ head, rows, widths }: Extract<Block, { kind: 'table' }>, look: Look): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / all) * look.room));
  const size = halfPoints(TABLE[look.language]);
  const isKept = (row: number): boolean => rows.length <= SHORT && row < rows.length;
  const line = (cells: readonly string[], row: number, isHead = row === 0): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      ...(isHead ? { height: { value: 320, rule: HeightRule.ATLEAST } } : {}),
      children: cells.map((text, nth) =>
        cell(
          new Paragraph({
            keepNext: isKept(row),
            ...((isHead && look.language !== 'en') || (nth > 0 && look.layout === LAYOUTS.report)
              ? { alignment: AlignmentType.CENTER }
              : {}),
            children: runsOf(text, {
              size,
              ...(isHead ? { font: look.fonts.head, bold: look.language === 'en' } : {}),
            }),
          }),
          columns[nth] ?? 0,
        ),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: look.room, type: WidthType.DXA },
    columnWidths: columns,
    rows: [head, ...rows].map((cells, row) => line(cells, row)),
  });
}

function issuedOf(lines: readonly string[], { room }: Look): Paragraph[] {
  const indent = { left: Math.round(room / 2) };
  return lines.map(
    (text, nth) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent,
        keepNext: nth < lines.length - 1,
        ...(nth === 0 ? { spacing: { before: 240 } } : {}),
        children: runsOf(text),
      }),
  );
}

// --- pictures --------------------------------------------------------------------------------------------------------

/** As in the palette of the pages. */
const SHADES = ['#1f4e79', '#b9c4d0', '#6f8fae'] as const;

/** Dots for each unit of a picture: sharp on paper. */
const SHARP = 3;

async function imageOf(picture: Picture, { room }: Look): Promise<Paragraph> {
  // Twips are twentieths of a point; the library counts pixels, 96 to 72 points.
  const width = Math.round((room / 20) * (96 / 72));
  return new Paragraph({
    keepNext: true,
    spacing: { before: 80 },
    children: [
      new ImageRun({
        type: 'png',
        data: await pngOf(picture),
        transformation: { width, height: Math.round((width / picture.width) * picture.height) },
      }),
    ],
  });
}

/** Painted mark by mark: the pages' policy lets no picture be made of an SVG. */
async function pngOf({ width, height, marks }: Picture): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(width * SHARP, height * SHARP);
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('this browser cannot paint');
  paint.scale(SHARP, SHARP);
  paint.fillStyle = '#fff';
  paint.fillRect(0, 0, width, height);
  paint.font = '12px FangSong, STFangsong, Georgia, serif';
  paint.textBaseline = 'middle';
  for (const mark of marks) {
    if (mark.kind === 'bar') {
      paint.fillStyle = SHADES[mark.shade];
      paint.fillRect(mark.x, mark.y, mark.width, mark.height);
    } else {
      paint.fillStyle = '#000';
      paint.textAlign = mark.align;
      paint.fillText(mark.text, mark.x, mark.y);
    }
  }
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}
