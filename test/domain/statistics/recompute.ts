import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { CauseCounts, Figures, Share } from '../../../domain/statistics/figures.js';

/** The five tables as they were exported in English: their columns are all that is known of what happened. */
export interface Exported {
  readonly requests: string;
  readonly visits: string;
  readonly receptions: string;
  readonly verdicts: string;
  readonly causes: string;
}

type Row = Readonly<Record<string, string>>;
const rowsSchema = z.array(z.record(z.string(), z.string()));
const rowsOf = (csv: string): Row[] => rowsSchema.parse(parse(csv, { columns: true, bom: true }));

const moment = (row: Row, column: string): number => {
  const cell = row[column];
  if (cell === undefined) throw new Error(`there is no column ${column}`);
  return cell === '' ? NaN : Date.parse(cell);
};
const number = (row: Row, column: string): number => Number(row[column] ?? NaN);

const share = (part: number, of: number): Share => ({ part, of, share: of === 0 ? null : part / of });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Whether a row lies in a village or a grid of the statistics; `none` is for what lies in no grid of today. */
export const isOf =
  (by: 'town' | 'village' | 'grid', id: string, name: string) =>
  (row: Row): boolean => {
    if (by === 'town') return true;
    if (id === 'none') return row['Village of the grid'] === '';
    return by === 'grid' ? row['Grid'] === id : row['Village of the grid'] === name;
  };

/** Whether a row of causes lies there and is of this category. */
export const isCauseOf = (
  by: Parameters<typeof isOf>[0],
  { place, name, categoryName }: { place: string; name: { en: string }; categoryName: { en: string } },
) => {
  const isThere = isOf(by, place, name.en);
  return (row: Row): boolean => isThere(row) && row['Category'] === categoryName.en;
};

/** Somebody with nothing but the tables and the definitions of the figures. */
export function recompute(
  exported: Exported,
  period: { readonly from: number; readonly to: number },
  isHere: (row: Row) => boolean = () => true,
): Figures {
  const within = (at: number): boolean => at >= period.from && at < period.to;
  const [requests, visits, receptions, verdicts] = [
    exported.requests,
    exported.visits,
    exported.receptions,
    exported.verdicts,
  ].map((csv) => rowsOf(csv).filter(isHere)) as [Row[], Row[], Row[], Row[]];
  const handled = requests.filter((row) => within(moment(row, 'First outcome')));
  const closed = requests.filter(
    (row) => within(moment(row, 'Closed')) && !['withdrawn', 'joined'].includes(row['Closed as'] ?? ''),
  );
  const solved = closed.filter((row) => ['satisfied', 'no answer'].includes(row['Closed as'] ?? ''));
  const judged = closed.filter((row) => ['satisfied', 'unsatisfied'].includes(row['Last verdict'] ?? ''));
  const hours = closed
    .map((row) => (moment(row, 'Closed') - moment(row, 'Received')) / 3_600_000)
    .sort((a, b) => a - b);
  const said = (question: string): Share => {
    const answers = verdicts.filter((row) => within(moment(row, 'Time')) && row[question] !== '');
    return share(answers.filter((row) => row[question] === 'yes').length, answers.length);
  };
  const people = (rows: readonly Row[], column: string): number =>
    sum(rows.filter((row) => within(moment(row, 'Time'))).map((row) => number(row, column)));
  return {
    people: people(visits, 'People met') + people(receptions, 'People received'),
    handled: handled.length,
    solved: solved.length,
    petitionsMediated: solved.filter((row) => row['Agreed by mediation'] !== '').length,
    yuan: sum(handled.map((row) => number(row, 'Aid'))),
    received: requests.filter((row) => within(moment(row, 'Received'))).length,
    closed: closed.length,
    responseRate: inTime(requests, within, (row) => ({
      doneAt: moment(row, 'Taken up'),
      by: moment(row, 'To be taken up by'),
    })),
    onTimeRate: inTime(requests, within, (row) => {
      const doneAt = moment(row, 'First outcome');
      return { doneAt, by: moment(row, Number.isNaN(doneAt) ? 'Due now' : 'Due at the first outcome') };
    }),
    resolutionRate: share(solved.length, closed.length),
    satisfactionRate: share(
      judged.filter((row) => row['Last verdict'] === 'satisfied').length,
      judged.length,
    ),
    claimedDone: share(handled.filter((row) => row['First outcome is'] === 'done').length, handled.length),
    saidContacted: said('Contacted'),
    saidSolved: said('Solved'),
    saidSatisfied: said('Satisfied'),
    medianHoursToClose: nearestRank(hours, 50),
    p90HoursToClose: nearestRank(hours, 90),
    ...recomputeCauses(exported, period, isHere),
  };
}

/** The same of the causes of a place, or of one category at it. */
export function recomputeCauses(
  exported: Pick<Exported, 'causes'>,
  { from, to }: { readonly from: number; readonly to: number },
  isHere: (row: Row) => boolean,
): CauseCounts {
  const causes = rowsOf(exported.causes)
    .filter(isHere)
    .map((row) => ({
      opened: moment(row, 'Opened'),
      closed: moment(row, 'Closed'),
      isQuiet: row['Closed as'] === 'quiet',
    }));
  return {
    causesOpened: causes.filter(({ opened }) => opened >= from && opened < to).length,
    causesWaiting: causes.filter(({ opened, closed }) => opened < to && !(closed < to)).length,
    causesCleared: causes.filter(({ closed, isQuiet }) => isQuiet && closed >= from && closed < to).length,
  };
}

function inTime(
  requests: readonly Row[],
  within: (at: number) => boolean,
  dueOf: (row: Row) => { doneAt: number; by: number },
): Share {
  const dues = requests.map((row) => ({ ...dueOf(row), overAt: moment(row, 'Closed') }));
  const isKept = ({ doneAt, by }: { doneAt: number; by: number }): boolean =>
    !Number.isNaN(doneAt) && (Number.isNaN(by) || doneAt <= by);
  const kept = dues.filter((due) => isKept(due) && within(due.doneAt));
  const missed = dues.filter(
    (due) =>
      !isKept(due) &&
      within(due.by) &&
      (!Number.isNaN(due.doneAt) || Number.isNaN(due.overAt) || due.overAt > due.by),
  );
  return share(kept.length, kept.length + missed.length);
}

const nearestRank = (sorted: readonly number[], percent: number): number | null => {
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  return value === undefined ? null : Math.round(value * 100) / 100;
};
