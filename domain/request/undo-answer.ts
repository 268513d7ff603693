import type { PlannedAsk } from '../asks/planned-ask.js';
import { planAsk } from '../asks/plan-ask.js';
import { deadline } from '../deadlines/deadline.js';
import { routeOf } from './ask-route.js';
import { type Answer, type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { tellResident, tellStaff } from './notices.js';
import { type RequestRecord, type Undoable, undoableSchema } from './record.js';

/** Whether an answer's results can be called back: one person was asked something else, and nothing else begun. */
const isPlain = ({ next }: Decision): boolean => 'ask' in next;

const changedBy = (record: RequestRecord): Undoable['was'] => undoableSchema.shape.was.parse(record);

/** Answers that gave or held something stay on record: they are put right in words. */
const KEPT: ReadonlySet<Answer['option']> = new Set<Answer['option']>(['undone', 'aid', 'session']);

/** Remembers an answer that a person gave, until the next step is taken. */
export function rememberToUndo(
  before: RequestRecord,
  ask: PlannedAsk | undefined,
  answer: Answer,
  decision: Decision,
): Decision {
  const { undoable: _before, ...record } = decision.record;
  const isPersons = answer.by !== 'system' && !KEPT.has(answer.option);
  if (!ask || ask.stage !== undefined || ask.kind === 'clarify' || !isPersons || !isPlain(decision))
    return { ...decision, record };
  return { ...decision, record: { ...record, undoable: { ask, was: changedBy(before) } } };
}

/** Takes an answer back: everything stands as before, and they are asked again. `followed`: the ask that it led to. */
export function undoAnswer(
  record: RequestRecord,
  rules: Rules,
  followed: PlannedAsk,
  { ask, was }: Undoable,
  { by, at }: Answer,
): Decision {
  const { handler: _h, department: _d, dueAt: _due, outcome: _o, undoable: _u, ...others } = record;
  const { grid: _g, owner: _w, yuan: _y, petition: _p, ...rest } = others;
  const { n: _n, askedAt: _askedAt, ...draft } = ask;
  const { settings } = rules.town;
  const until = Math.max(ask.until, deadline(at, settings.undoWithin, settings));
  const restored = withEntry({ ...rest, ...was, asks: [] }, { at, type: 'undone', by });
  const planned = planAsk(restored, { ...draft, until }, at);
  return {
    record: planned.record,
    notices: noticesOf(planned.record, rules, followed, by),
    next: { to: routeOf(ask), ask: planned.ask },
  };
}

/** Whoever was asked because of it is told that it is called back. */
function noticesOf(record: RequestRecord, rules: Rules, { to }: PlannedAsk, by: string): Notice[] {
  if (to.who === 'resident') return [tellResident(record, rules, 'undone')];
  return to.who === 'staff' && to.staff !== by ? [tellStaff(record, rules, to.staff, 'told-undone')] : [];
}
