import * as z from 'zod';
import { given } from '../domain/words/given.js';
import { type Grid, gridSchema } from '../domain/town/schema.js';
import { type Entries, type EntryTable, namesIn, readEntries, wholeNumber } from './csv-entries.js';
import type { ImportReport } from './import-report.js';
import { parseWkt } from './parse-wkt.js';
import type { TownFiles } from './town-files.js';

type Ground = Omit<Grid, 'posts'>;

const groundSchema: z.ZodType<Ground> = gridSchema.omit({ posts: true }).extend({
  polygon: z.string().transform((text, context) => {
    const ring = parseWkt(text);
    if (ring && ring.length > 3) return ring;
    context.addIssue({
      code: 'custom',
      message: 'must be POLYGON((lng lat, lng lat, ...)) with at least three corners',
    });
    return z.NEVER;
  }),
});

const GRIDS: EntryTable<Ground> = {
  file: 'grids.csv',
  columns: ['number', 'name_zh', 'name_en', 'village', 'polygon'],
  schema: groundSchema,
  entry: (cells) => ({
    number: wholeNumber(cells['number']),
    name: namesIn(cells),
    village: cells['village'],
    polygon: cells['polygon'],
  }),
  section: 'grids',
};

/** An empty cell is a vacant post. */
const held = (cell: string | undefined): string | undefined => (cell === '' ? undefined : cell);

const heldPostsSchema = gridSchema.shape.posts.extend({ grid: gridSchema.shape.number });
type HeldPosts = z.infer<typeof heldPostsSchema>;

const POSTS: EntryTable<HeldPosts> = {
  file: 'posts.csv',
  columns: ['grid', 'a', 'b', 'c'],
  schema: heldPostsSchema,
  entry: ({ grid, a, b, c }) => ({
    grid: wholeNumber(grid),
    ...given({ a: held(a), b: held(b), c: held(c) }),
  }),
};

/** Reads grids.csv and, into them, posts.csv. A grid without readable posts is left out and noted as unread. */
export function readGrids(files: TownFiles, report: ImportReport): Grid[] {
  const grids = readEntries(files, GRIDS, report);
  const posts = readEntries(files, POSTS, report);
  checkPostRows(posts, grids.keys, report);
  const complete: Grid[] = [];
  for (const { value: ground, locate } of grids.read) {
    const held = posts.read.find(({ value }) => value.grid === ground.number);
    if (posts.keys && !posts.keys.has(String(ground.number))) {
      report.add(locate(['number']), {
        'zh-CN': `posts.csv 中没有网格 ${ground.number}，请补充`,
        en: `grid ${ground.number} has no row in posts.csv; add one`,
      });
    }
    if (held) {
      const { a, b, c } = held.value;
      report.remember(['grids', complete.length], locate);
      report.remember(['grids', complete.length, 'posts'], held.locate);
      complete.push({ ...ground, posts: given({ a, b, c }) });
    } else report.missed('grids', String(ground.number));
  }
  return complete;
}

function checkPostRows(
  posts: Entries<HeldPosts>,
  numbers: ReadonlySet<string> | undefined,
  report: ImportReport,
): void {
  const seen = new Set<number>();
  for (const { value, locate } of posts.read) {
    const { grid } = value;
    if (seen.has(grid)) {
      report.add(locate(['grid']), {
        'zh-CN': `网格 ${grid} 已有一行，请只保留一行`,
        en: `grid ${grid} has a row already; keep one`,
      });
    } else if (numbers && !numbers.has(String(grid))) {
      report.add(locate(['grid']), {
        'zh-CN': `grids.csv 中没有网格 ${grid}`,
        en: `there is no grid ${grid} in grids.csv`,
      });
    }
    seen.add(grid);
  }
}
