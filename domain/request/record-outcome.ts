import { deadline } from '../deadlines/deadline.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { type Answer, type Decision, type Rules, noteOf, withEntry } from './decision.js';
import { callFrom } from './call-departments.js';
import { settlePetition } from './handle-petition.js';
import { keepAsking } from './keep-asking.js';
import { tellResident } from './notices.js';
import { planAsk, withoutAsk } from '../asks/plan-ask.js';
import { withAid } from './record-aid.js';
import { transfer } from './record-acceptance.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { CoordinationOutcome, RequestRecord } from './record.js';
import { askOutcome } from './start-path.js';
import { waitForFirst } from './join-requests.js';
import { dueText } from './words.js';

/** The deadline that stood when an outcome was recorded; reopening sets another, and figures need this one. */
const stoodBy = ({ dueAt }: RequestRecord) => (dueAt === undefined ? {} : { due: dueAt });

/** The cadre answered for a matter handled in the grid. */
export function recordOutcome(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  switch (answer.option) {
    case 'transfer':
      return transfer(settled, rules, answer);
    case 'call':
      return callFrom(settled, rules, ask, answer);
    case 'extend':
      return extend(settled, rules, ask, answer);
    case 'aid': {
      const again = keepAsking(withAid(settled, rules, ask, answer), ask, answer.at);
      return { record: again.record, notices: [], next: { to: 'same-day', ask: again.ask } };
    }
    case 'refuse':
      return refuse(settled, { by: answer.by, reason: answer.note ?? '' }, answer.at);
    default:
      return askResident(
        withEntry(
          {
            ...settlePetition(withAid(settled, rules, ask, answer), answer),
            outcome: { as: 'done', ...(answer.note === undefined ? {} : { reason: answer.note }) },
          },
          { at: answer.at, type: 'done', by: answer.by, ...noteOf(answer), ...stoodBy(record) },
        ),
        rules,
        answer.at,
      );
  }
}

/** One extension, with a reason the resident is told; the deadline moves from where it stood, not from today. */
function extend(record: RequestRecord, rules: Rules, ask: PlannedAsk, answer: Answer): Decision {
  const { settings } = rules.town;
  const dueAt = deadline(
    Math.max(record.dueAt ?? answer.at, answer.at),
    settings.paths[record.path].extendBy,
    settings,
  );
  const extended = withEntry(
    { ...record, dueAt, extensions: record.extensions + 1 },
    {
      at: answer.at,
      type: 'extended',
      by: answer.by,
      due: dueAt,
      ...noteOf(answer),
    },
  );
  const again = askOutcome(extended, rules, answer.at, ask.to.who === 'staff' ? ask.to : undefined);
  const due = dueText(dueAt, rules, record.language);
  return {
    ...again,
    notices: [tellResident(extended, rules, 'extended', { reason: answer.note ?? '', due })],
  };
}

/** A refusal is the end: the resident hears its reason and the alternatives, and is not asked for a verdict. */
export function refuse(record: RequestRecord, refusal: { by: string; reason: string }, at: number): Decision {
  const refused = withEntry(
    { ...record, outcome: { as: 'refused', reason: refusal.reason } },
    { at, type: 'refused', by: refusal.by, note: refusal.reason, ...stoodBy(record) },
  );
  return { record: refused, notices: [], next: { to: 'close' } };
}

/** Closure only after the resident was asked. */
export function askResident(record: RequestRecord, rules: Rules, at: number): Decision {
  const { settings } = rules.town;
  const until = timeToAnswer(at, settings.confirmWithin, settings, { urgent: false });
  const planned = planAsk(
    withEntry({ ...record, status: 'awaiting_confirmation' }, { at, type: 'asked-resident', due: until }),
    { kind: 'confirmation', to: { who: 'resident' }, until },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'confirm', ask: planned.ask } };
}

/** The coordination came back: its outcome becomes the request's. */
export function recordCoordination(
  record: RequestRecord,
  rules: Rules,
  ended: Exclude<CoordinationOutcome, 'attention' | 'corrected'>,
  at: number,
): Decision {
  const over = { ...record, asks: [] };
  const joined = record.joinedTo;
  switch (ended) {
    case 'withdrawn':
    case 'superseded':
      return { record: over, notices: [], next: { to: 'close' } };
    case 'joined':
      return joined === undefined ? askResident(over, rules, at) : waitForFirst(over, rules, joined, at);
    case 'refused':
      return refuse(over, record.coordination?.refused ?? { by: '', reason: '' }, at);
    case 'completed':
      return complete(over, rules, at);
  }
}

/** All was done. Of a petition the resident is told how it was settled, before being asked about it. */
function complete(record: RequestRecord, rules: Rules, at: number): Decision {
  const used = record.place ? { place: { ...record.place, usedAt: at } } : {};
  const done = withEntry(
    { ...record, ...used, outcome: { as: 'done' } },
    { at, type: 'done', ...stoodBy(record) },
  );
  const asked = askResident(done, rules, at);
  if (record.petition?.settledAt === undefined) return asked;
  const reason = record.petition.settlement ?? '';
  return { ...asked, notices: [tellResident(done, rules, 'petition-settled', { reason }), ...asked.notices] };
}
