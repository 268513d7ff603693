import type { Bilingual, Language } from '../../domain/words/language.js';
import type { AnswerOf } from '../route.js';
import type { bulletinRoute } from './bulletin.js';

export type DailyBoard = AnswerOf<typeof bulletinRoute>;
export type BoardRow = DailyBoard['grids'][number];
/** The work done of one kind. */
type Done = NonNullable<BoardRow['done']>[number];

/** A day in a village and in each of its grids. */
export interface VillageDay {
  /** Undefined: what lies in no village. */
  readonly name: Bilingual | undefined;
  readonly reported: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
  readonly done: readonly Done[];
  readonly grids: readonly BoardRow[];
}

const sum = (rows: readonly BoardRow[], name: 'reported' | 'closed' | 'carriedOver' | 'overdue'): number =>
  rows.reduce((total, row) => total + row[name], 0);

/** The same kinds of several grids together. */
function doneIn(rows: readonly BoardRow[]): Done[] {
  const kinds = new Map<string, Done>();
  for (const { name, count } of rows.flatMap(({ done = [] }) => done))
    kinds.set(name.en, { name, count: count + (kinds.get(name.en)?.count ?? 0) });
  return [...kinds.values()];
}

/** A board by village, in the order of its grids. */
export function villagesOf({ grids }: Pick<DailyBoard, 'grids'>): VillageDay[] {
  const byVillage = new Map<string, BoardRow[]>();
  for (const row of grids) {
    const name = row.village?.en ?? '';
    byVillage.set(name, [...(byVillage.get(name) ?? []), row]);
  }
  return [...byVillage.values()].map((rows) => ({
    name: rows[0]?.village,
    reported: sum(rows, 'reported'),
    closed: sum(rows, 'closed'),
    open: sum(rows, 'carriedOver'),
    overdue: sum(rows, 'overdue'),
    done: doneIn(rows),
    grids: rows,
  }));
}

/** Those that somebody looks for, by the name of the village or of one of its grids, or by a grid's number. */
export function sought(villages: readonly VillageDay[], typed: string, language: Language): VillageDay[] {
  const words = typed.normalize('NFKC').trim().toLowerCase();
  const has = (name: Bilingual | undefined): boolean =>
    (name?.[language] ?? '').toLowerCase().includes(words);
  return villages.filter(
    ({ name, grids }) =>
      words === '' || has(name) || grids.some((row) => has(row.name) || String(row.grid) === words),
  );
}
