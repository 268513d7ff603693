import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { planAsk, staffAt, withoutAsk } from '../asks/plan-ask.js';
import type { Addressee, HeldWork, PlannedAsk } from '../asks/planned-ask.js';
import { meantFor } from '../asks/meant-for.js';
import { documentNames, readDocuments } from '../programme/documents.js';
import type { TextKey } from '../texts/text-keys.js';
import { type Answer, type Decision, type Rules, noteOf, withEntry } from './decision.js';
import { tellStaff } from './notices.js';
import { movedDeadline } from './pause-clock.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import type { TimelineEntry } from './timeline.js';
import { languageOf } from './words.js';
import { isUrgent } from './is-urgent.js';
import { given } from '../words/given.js';

/** The step that waits, and the ask it waits for. */
interface Held {
  readonly ask: PlannedAsk;
  readonly held: HeldWork;
}

const place = ({ stage, step }: PlannedAsk) => ({
  ...given({ stage, step }),
});

/** Whoever works on a step says what is missing: the resident is asked, or from the second time on first a leader. */
export function askForDocuments(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk & { to: Addressee & { who: 'staff' } },
  answer: Answer,
): Decision {
  const documents = readDocuments(programmeOf(record, rules), answer.note) ?? [];
  const { kind, to, options, until: due, extensions } = ask;
  const held = { kind, to, options, due, documents, ...(extensions === undefined ? {} : { extensions }) };
  return record.timeline.some(({ type }) => type === 'documents-asked')
    ? askLeader(record, rules, { ask, held }, answer)
    : askResident(record, rules, { ask, held }, answer.at);
}

/** One message with everything that is missing. From here on the clocks stand still. */
function askResident(record: RequestRecord, rules: Rules, { ask, held }: Held, at: number): Decision {
  const { settings } = rules.town;
  const bringBy = timeToAnswer(at, settings.documents.bringWithin, settings, { urgent: isUrgent(record) });
  const asked = withEntry(record, {
    at,
    type: 'documents-asked',
    by: held.to.staff,
    due: bringBy,
    documents: held.documents,
  });
  return waitForResident(asked, rules, { ask, held: { ...held, since: at, bringBy } }, at);
}

function waitForResident(record: RequestRecord, rules: Rules, { ask, held }: Held, at: number): Decision {
  const { settings } = rules.town;
  const until = Math.min(
    held.bringBy ?? Infinity,
    timeToAnswer(at, settings.documents.remindEvery, settings, { urgent: isUrgent(record) }),
  );
  const again = ask.kind === 'documents' ? { again: (ask.again ?? 0) + 1 } : {};
  const planned = planAsk(
    record,
    { kind: 'documents', to: { who: 'resident' }, until, ...place(ask), ...again, held },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'ask', from: 'resident', ask: planned.ask } };
}

/** A second time is a leader's decision: nobody is sent home for one more paper on a clerk's word. */
function askLeader(record: RequestRecord, rules: Rules, { ask, held }: Held, answer: Answer): Decision {
  const { settings } = rules.town;
  const { at } = answer;
  const leaders = { ladder: 'department', department: settings.departments.dutyLeader } as const;
  const to = staffAt(rules, leaders, 0, at);
  const until = timeToAnswer(at, settings.documents.signOffWithin, settings, { urgent: isUrgent(record) });
  const { documents } = held;
  const entry = {
    at,
    type: 'sign-off-asked',
    by: held.to.staff,
    to: to.staff,
    due: until,
    documents,
  } as const;
  const planned = planAsk(withEntry(record, entry), { kind: 'sign-off', to, until, ...place(ask), held }, at);
  return { record: planned.record, notices: [], next: { to: 'ask', from: 'leader', ask: planned.ask } };
}

/** The leader answered: the resident is asked a second time, or the step's person decides on what there is. */
export function recordSignOff(
  record: RequestRecord,
  rules: Rules,
  { ask, held }: Held,
  answer: Answer,
): Decision {
  const { at, by } = answer;
  const settled = withoutAsk(record, ask.n);
  const note = noteOf(answer);
  if (answer.option === 'allow') {
    const allowed = withEntry(settled, { at, type: 'sign-off-given', by, ...note });
    return askResident(allowed, rules, { ask, held }, at);
  }
  const options = held.options.filter((option) => option !== 'documents');
  return goBack(
    settled,
    rules,
    { ask, held: { ...held, options } },
    {
      at,
      entry: (asked) => ({ at, type: 'sign-off-denied', by, ...asked, ...note }),
      text: 'told-sign-off-denied',
      reason: answer.note ?? '',
    },
  );
}

/** The resident says that everything was brought; their words go to the step's person, and stay with the ask. */
export function recordBrought(
  record: RequestRecord,
  rules: Rules,
  { ask, held }: Held,
  { at, note = '' }: Answer,
): Decision {
  return goBack(
    withoutAsk(record, ask.n),
    rules,
    { ask, held },
    {
      at,
      entry: (asked) => ({ at, type: 'documents-brought', by: 'resident', ...asked }),
      text: 'told-documents-brought',
      reason: note,
    },
  );
}

/** The resident is silent: reminded, and after the town's time the step goes on to its person without the documents. */
export function remindOrGoOn(record: RequestRecord, rules: Rules, { ask, held }: Held, at: number): Decision {
  const settled = withoutAsk(record, ask.n);
  const { bringBy } = held;
  if (bringBy !== undefined && ask.until < bringBy) {
    const reminded = withEntry(withoutReminders(settled), { at, type: 'reminded', due: bringBy });
    return waitForResident(reminded, rules, { ask, held }, at);
  }
  return goBack(
    settled,
    rules,
    { ask, held },
    {
      at,
      entry: (asked) => ({ at, type: 'documents-not-brought', ...asked }),
      text: 'told-documents-not-brought',
      reason: '',
    },
  );
}

/** Reminded again is one line, and what came of it says enough: the record must stay small. */
const withoutReminders = (record: RequestRecord): RequestRecord => ({
  ...record,
  timeline: record.timeline.filter(({ type }) => type !== 'reminded'),
});

interface GoingBack {
  readonly at: number;
  readonly entry: (asked: { readonly to: string; readonly due: number }) => TimelineEntry;
  readonly text: TextKey;
  readonly reason: string;
}

/** The step's person has it again, with as much working time as was left when it was interrupted, and is told why. */
function goBack(
  record: RequestRecord,
  rules: Rules,
  { ask, held }: Held,
  { at, entry, text, reason }: GoingBack,
): Decision {
  const { settings } = rules.town;
  const { kind, options, extensions, since, documents } = held;
  const to = stillThere(held.to, rules, at);
  const due = since === undefined ? held.due : movedDeadline(held.due, { from: since, to: at }, settings);
  const until =
    due > at
      ? due
      : timeToAnswer(at, settings.paths[record.path].acceptWithin, settings, { urgent: isUrgent(record) });
  const planned = planAsk(
    withEntry(withoutReminders(record), entry({ to: to.staff, due: until })),
    { kind, to, until, options, ...place(ask), ...(extensions === undefined ? {} : { extensions }) },
    at,
  );
  const language = languageOf(rules.town, to, record);
  const names = documentNames(programmeOf(record, rules), documents, language);
  return {
    record: planned.record,
    notices: [tellStaff(record, rules, to.staff, text, { documents: names, reason })],
    next: { to: 'ask', ask: planned.ask },
  };
}

/** Whoever it was taken from, or whoever is meant now: who has their post, or stands in while they are away. */
function stillThere(to: HeldWork['to'], rules: Rules, at: number): HeldWork['to'] {
  const staff = meantFor(rules.town, to, at);
  if (staff === to.staff) return to;
  return to.rung < 0 ? { ...to, staff } : staffAt(rules, to.ladder, to.rung, at);
}
