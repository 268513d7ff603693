import type { PlannedAsk } from '../asks/planned-ask.js';
import { meantFor } from '../asks/meant-for.js';
import { deadline } from '../deadlines/deadline.js';
import type { Bilingual } from '../words/language.js';
import { askNotice } from './ask-notice.js';
import { type Notice, type Rules, withEntry } from './decision.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { languageOf } from './words.js';

/** Stands before the words of what is asked. */
const URGED: Bilingual = { 'zh-CN': '催办，请尽快答复。', en: 'Reminder. ' };

export type Urged =
  | { readonly why: 'nobody-asked' | 'urged-lately' }
  | { readonly record: RequestRecord; readonly asks: readonly PlannedAsk[] };

/** Whom of the staff a request waits for: each once, by the ask that is due first. */
export function urgedAsks({ asks }: Pick<RequestRecord, 'asks'>): PlannedAsk[] {
  const open = asks.filter(({ to, corrected }) => to.who === 'staff' && !corrected);
  const byPerson = new Map(
    open.toSorted((a, b) => b.until - a.until).map((ask) => [staffOf(ask), ask] as const),
  );
  return [...byPerson.values()].toSorted((a, b) => a.n - b.n);
}

const staffOf = ({ to }: PlannedAsk): string => (to.who === 'staff' ? to.staff : '');

/** Reminds, by hand, the staff who are asked about a request: never the resident, and not again too soon. */
export function urge(
  record: RequestRecord,
  rules: Rules,
  { by, at }: { readonly by: string; readonly at: number },
): Urged {
  const asks = record.closedAs === undefined ? urgedAsks(record) : [];
  if (asks.length === 0) return { why: 'nobody-asked' };
  const { settings } = rules.town;
  const due = asks.filter((ask) => {
    const last = urgedBefore(record, staffOf(ask));
    return last === undefined || at >= deadline(last.at, settings.limits.urgeAgainAfter, settings);
  });
  if (due.length === 0) return { why: 'urged-lately' };
  return { record: due.reduce((now, ask) => withUrged(now, staffOf(ask), { by, at }), record), asks: due };
}

const urgedBefore = (record: RequestRecord, staff: string) =>
  entriesOf(record, 'urged').findLast(({ to }) => to === staff);

/** The purpose of the latest reminder of whoever this asks: the same again is sent only where it was not. */
export function urgePurpose(record: RequestRecord, ask: PlannedAsk): string | undefined {
  const last = urgedBefore(record, staffOf(ask));
  return last && `urged:${last.at}:${staffOf(ask)}`;
}

/** The latest time says how many there were: a record must stay small. */
function withUrged(record: RequestRecord, to: string, { by, at }: { by: string; at: number }): RequestRecord {
  const before = urgedBefore(record, to);
  const timeline = record.timeline.filter((entry) => entry !== before);
  return withEntry({ ...record, timeline }, { at, type: 'urged', by, to, times: (before?.times ?? 0) + 1 });
}

/** The same question again, to whoever is meant by now, and said to be a reminder where its text has room for that. */
export function urgeNotice(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  { code, at }: { readonly code: string; readonly at: number },
): Notice | undefined {
  const notice = askNotice(record, rules, ask, code);
  if (!notice || notice.to === 'resident' || ask.to.who !== 'staff') return undefined;
  const to = { staff: meantFor(rules.town, ask.to, at) };
  if (notice.values.before === undefined) return { ...notice, to };
  return { ...notice, to, values: { ...notice.values, before: URGED[languageOf(rules.town, to, record)] } };
}
