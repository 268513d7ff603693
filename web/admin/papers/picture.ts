/** A picture that is drawn the same on a page and in a file. Lengths are in units of the picture's own. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export type Shade = 0 | 1 | 2;

export type Mark =
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly shade: Shade;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Its middle. */
      readonly y: number;
      readonly text: string;
      readonly align: 'start' | 'end';
    };

/** Bars of several series, a group of them for each row. */
export interface BarChart {
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** One for each series; nothing where there is no figure. */
    readonly values: readonly (number | undefined)[];
  }[];
  /** The value of a full bar, where it is not the largest value. */
  readonly most?: number;
  readonly text: (value: number | undefined) => string;
}

const WIDTH = 640;
const LABELS = 170;
const FIGURES = 70;
const BAR = 13;
const GAP = 9;
const LEGEND = 26;

/** Lying bars with their figures behind them, told apart by shades that a copying machine keeps apart. */
export function barPicture({ series, rows, most, text }: BarChart): Picture {
  const room = WIDTH - LABELS - FIGURES;
  const full = most ?? Math.max(1, ...rows.flatMap(({ values }) => values.map((value = 0) => value)));
  const top = series.length > 1 ? LEGEND : 0;
  const high = series.length * BAR + GAP;
  const marks = rows.flatMap(({ label, values }, row): Mark[] => {
    const y = top + row * high;
    const name: Mark = {
      kind: 'text',
      x: LABELS - 8,
      y: y + (series.length * BAR) / 2,
      text: label,
      align: 'end',
    };
    return [
      name,
      ...values.flatMap((value, nth) => barMarks({ y: y + nth * BAR, value, nth, full, room, text })),
    ];
  });
  return { width: WIDTH, height: top + rows.length * high, marks: [...legend(series), ...marks] };
}

interface Bar {
  readonly y: number;
  readonly value: number | undefined;
  readonly nth: number;
  readonly full: number;
  readonly room: number;
  readonly text: BarChart['text'];
}

function barMarks({ y, value, nth, full, room, text }: Bar): Mark[] {
  const width = (Math.min(value ?? 0, full) / full) * room;
  return [
    { kind: 'bar', x: LABELS, y, width, height: BAR - 2, shade: shadeOf(nth) },
    { kind: 'text', x: LABELS + width + 6, y: y + (BAR - 2) / 2, text: text(value), align: 'start' },
  ];
}

const shadeOf = (nth: number): Shade => (nth === 0 ? 0 : nth === 1 ? 1 : 2);

const legend = (series: readonly string[]): Mark[] =>
  series.length < 2
    ? []
    : series.flatMap((name, nth): Mark[] => {
        const x = LABELS + nth * 150;
        return [
          { kind: 'bar', x, y: 2, width: 18, height: BAR - 2, shade: shadeOf(nth) },
          { kind: 'text', x: x + 24, y: 2 + (BAR - 2) / 2, text: name, align: 'start' },
        ];
      });
