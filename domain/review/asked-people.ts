import type { RequestRecord } from '../request/record.js';
import type { EntryOf, TimelineEntry } from '../request/timeline.js';

/**
 * The result of calling somebody: they answered or could not come, said nothing, or somebody else settled it before
 * their time was up.
 */
export type AskedOutcome = 'answered' | 'declined' | 'silent' | 'settled' | 'waiting';

/** Somebody who was called to an emergency for one thing, and what they answered when. */
export interface AskedPerson {
  readonly staff: string;
  /** The step of the programme; absent: where it is. */
  readonly step?: string | undefined;
  readonly askedAt: number;
  readonly outcome: AskedOutcome;
  /** When they answered, or how long they had been silent when the record says so last. */
  readonly at?: number | undefined;
  readonly note?: string | undefined;
}

type Rows = readonly AskedPerson[];

/** Whether a row is what an entry is about; older records do not say of which step somebody was silent. */
const isOf = ({ staff, step }: AskedPerson, by: string, of: string | undefined): boolean =>
  staff === by && (of === undefined || step === undefined || step === of);

const isOpen = ({ outcome }: AskedPerson): boolean => outcome === 'waiting';

const ask = (rows: Rows, staff: string, at: number, step?: string): Rows => [
  ...rows,
  { staff, step, askedAt: at, outcome: 'waiting' },
];

/** The latest row that `chosen` takes, changed. */
function settle(rows: Rows, chosen: (row: AskedPerson) => boolean, change: Partial<AskedPerson>): Rows {
  const last = rows.findLastIndex(chosen);
  return rows.map((row, i) => (i === last ? { ...row, ...change } : row));
}

/** Whoever was asked for it is asked no more: somebody else did it. */
const settleOthers = (rows: Rows, at: number, isMeant: (row: AskedPerson) => boolean = () => true): Rows =>
  rows.map((row) => (isOpen(row) && isMeant(row) ? { ...row, outcome: 'settled', at } : row));

/** Silent, or not able to come: the next is asked; the last rung is asked again, which is no new person. */
function passOn(rows: Rows, entry: EntryOf<'silent' | 'declined'>): Rows {
  const { by, to, step, at, type } = entry;
  const note = type === 'declined' ? entry.note : undefined;
  const outcome = type === 'declined' ? 'declined' : 'silent';
  const told = settle(rows, (row) => row.outcome !== 'answered' && isOf(row, by, step), {
    outcome,
    at,
    note,
  });
  return to === undefined || to === by ? told : ask(told, to, at, step);
}

/** Done by whoever was asked, be it late; what others were asked of the same is over. */
function answer(
  rows: Rows,
  by: string,
  at: number,
  { step, note }: Partial<EntryOf<'step-done'>> = {},
): Rows {
  const answered = settle(rows, (row) => isOf(row, by, step), { outcome: 'answered', at, note });
  return settleOthers(answered, at, (row) => step === undefined || row.step === step);
}

function read(rows: Rows, entry: TimelineEntry): Rows {
  switch (entry.type) {
    case 'asked':
      return ask(rows, entry.to, entry.at, entry.step);
    case 'unplaced':
      return ask(rows, entry.to, entry.at);
    case 'silent':
    case 'declined':
      return passOn(rows, entry);
    case 'step-done':
      return answer(rows, entry.by, entry.at, entry);
    case 'accepted':
      return answer(rows, entry.by, entry.at);
    case 'placed':
      return settle(rows, (row) => isOpen(row) && row.staff === entry.by, {
        outcome: 'answered',
        at: entry.at,
      });
    case 'stage':
    case 'safe':
    case 'stood-down':
    case 'done':
    case 'closed':
      return settleOthers(rows, entry.at);
    default:
      return rows;
  }
}

/** Everybody who was called to an emergency, in order, as its timeline tells. */
export const askedPeople = ({ timeline }: Pick<RequestRecord, 'timeline'>): Rows =>
  timeline.reduce<Rows>(read, []);

/** Who was called and never answered, each once. */
export function silentPeople(rows: Rows): string[] {
  const spoke = new Set(
    rows
      .filter(({ outcome }) => outcome !== 'silent' && outcome !== 'settled' && outcome !== 'waiting')
      .map(({ staff }) => staff),
  );
  const silent = rows.filter(({ outcome, staff }) => outcome === 'silent' && !spoke.has(staff));
  return [...new Set(silent.map(({ staff }) => staff))];
}
