import { deadline } from '../deadlines/deadline.js';
import { documentsText } from '../programme/documents.js';
import type { Stage, StageStep } from '../town/schema.js';
import { type Answer, type Decision, type Notice, type Rules, noteOf, withEntry } from './decision.js';
import { joinTo, tellJoined } from './join-requests.js';
import { holdSession, settlePetition } from './handle-petition.js';
import { askForDocuments, recordBrought, recordSignOff } from './ask-documents.js';
import { agreeOn, tellUnread } from './appointment.js';
import { contactOf } from './home-ladder.js';
import { tellResident, tellStaff } from './notices.js';
import { planAsk, withoutAsk } from '../asks/plan-ask.js';
import { keepAsking } from './keep-asking.js';
import { takenOver } from '../asks/take-over-ask.js';
import { planStep } from './plan-step.js';
import { programmeOf } from './programme-of.js';
import type { AskToWaitFor, PlannedAsk } from '../asks/planned-ask.js';
import type { CoordinationOutcome, RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { withAid } from './record-aid.js';
import { hasEnded, recordRefusal, recordReturned } from './refuse-step.js';
import { dueText, languageOf } from './words.js';
import { dangerName } from './danger-words.js';
import { settledBeside, withMilestone } from './milestones.js';
import { isStepOver } from './is-step-over.js';
import { recordDecline } from './climb-ladder.js';
import { placeAlarm, stepsNow } from './locate-alarm.js';

/** A request that did not come to its end has no use for its place any more. */
export const ended = (record: RequestRecord, outcome: CoordinationOutcome): Decision => ({
  record,
  notices: [],
  next: {
    to: 'ended',
    outcome,
    ...(record.place !== undefined && LEAVES_PLACE.has(outcome) ? { place: true } : {}),
  },
});

const LEAVES_PLACE: ReadonlySet<CoordinationOutcome> = new Set([
  'refused',
  'joined',
  'withdrawn',
  'corrected',
]);

/** Opens the next stage of the programme, or says how the coordination ended. */
export function openStage(record: RequestRecord, rules: Rules, round: number, at: number): Decision {
  const coordination = record.coordination;
  if (!coordination || coordination.round !== round) return ended(record, 'superseded');
  if (record.withdrawnAt !== undefined) return ended(record, 'withdrawn');
  if (record.joinedTo !== undefined) return ended(record, 'joined');
  if (coordination.refused) return ended(record, 'refused');
  const { stages, places } = programmeOf(record, rules);
  // A stage whose steps were all done before a failure is not opened again.
  const index = stages.findIndex(
    ({ steps }, i) =>
      (i > coordination.stage || isCalledTo(record, i)) &&
      steps.some(({ id }) => !coordination.done.includes(`${i}/${id}`)),
  );
  const stage = stages[index];
  if (!stage) return ended(record, 'completed');
  if (places?.stage === stage.id && record.place?.givenAt === undefined)
    return { record: { ...record, place: record.place ?? {} }, notices: [], next: { to: 'take-place' } };
  // It was open already: more departments are called to it.
  if (index === coordination.stage) return { ...planStage(record, rules, stage, index, at), notices: [] };
  const opened: RequestRecord = withEntry(
    { ...record, status: 'coordinating', coordination: { ...coordination, stage: index } },
    { at, type: 'stage', step: stage.id },
  );
  return planStage(opened, rules, stage, index, at);
}

const isCalledTo = ({ called = [] }: RequestRecord, stage: number): boolean =>
  called.some((call) => call.stage === stage);

function planStage(record: RequestRecord, rules: Rules, stage: Stage, index: number, at: number): Decision {
  const done = new Set(record.coordination?.done);
  const notices = stageNotices(record, rules, stage, index, at);
  let planned = withTold(record, notices, at);
  const steps: AskToWaitFor[] = [];
  for (const step of stepsNow(record, rules, stage)) {
    if (done.has(`${index}/${step.id}`)) continue;
    const open = record.asks.find((ask) => ask.stage === index && ask.step === step.id);
    if (open) {
      steps.push(takenOver(open, at));
      continue;
    }
    const result = planStep(planned, rules, step, { stage: index, at });
    planned = result.record;
    steps.push(result.ask);
  }
  return {
    record: planned,
    notices,
    next: { to: 'stage', steps },
  };
}

/** Who the alarm was raised with, though nothing is asked of them, stands in the record: it is looked back on. */
const withTold = (record: RequestRecord, notices: readonly Notice[], at: number): RequestRecord =>
  notices.reduce(
    (told, { to, text }) =>
      text === 'told-emergency' && to !== 'resident'
        ? withEntry(told, { at, type: 'told', to: to.staff })
        : told,
    record,
  );

/** Once, when a programme opens, the resident is told every document to bring; leaders named by the stage are told. */
function stageNotices(
  record: RequestRecord,
  rules: Rules,
  stage: Stage,
  index: number,
  at: number,
): Notice[] {
  const programme = programmeOf(record, rules);
  const opened = entriesOf(record, 'stage').filter(({ step }) => step === stage.id).length;
  const documents =
    index === 0 && opened <= 1 && programme.documents.length > 0
      ? [tellResident(record, rules, 'documents', { documents: documentsText(programme, record.language) })]
      : [];
  // A stage that is taken up again after a failure is no news.
  const told = (opened > 1 ? [] : stage.tell).flatMap((department) => {
    const contact = contactOf(rules, department, at);
    return contact === undefined ? [] : [tellOfStage(record, rules, stage, index, contact)];
  });
  return [...documents, ...told];
}

/** The alarm is raised once, when an emergency begins; later stages are news. */
function tellOfStage(
  record: RequestRecord,
  rules: Rules,
  stage: Stage,
  index: number,
  staff: string,
): Notice {
  if (record.path === 'emergency' && index === 0) {
    const danger = dangerName(record.danger?.kind, rules.town, languageOf(rules.town, { staff }, record));
    return tellStaff(record, rules, staff, 'told-emergency', { danger });
  }
  const language = languageOf(rules.town, { staff }, record);
  return tellStaff(record, rules, staff, 'told-stage', {
    programme: programmeOf(record, rules).name[language],
    step: stage.name[language],
  });
}

/** The step of the programme that an ask is about. */
export const stepOf = (
  record: RequestRecord,
  rules: Rules,
  { stage, step }: Pick<PlannedAsk, 'stage' | 'step'>,
): StageStep | undefined =>
  programmeOf(record, rules).stages[stage ?? -1]?.steps.find(({ id }) => id === step);

/** Somebody answered for a step of the open stage. */
export function recordStep(record: RequestRecord, rules: Rules, ask: PlannedAsk, answer: Answer): Decision {
  const settled = withoutAsk(record, ask.n);
  const step = stepOf(record, rules, ask);
  // Settled meanwhile by what somebody else said: nobody is asked on.
  if (isStepOver(record, ask)) return { record: settled, notices: [], next: { to: 'finished' } };
  if (ask.kind === 'placement') return recordFound(settled, rules, ask, answer, step);
  if (ask.kind === 'returned') return recordReturned(settled, rules, ask, answer, step);
  const finished = (next: RequestRecord, notices: Notice[] = []): Decision => ({
    record: next,
    notices,
    next: { to: 'finished' },
  });
  switch (answer.option) {
    case 'withdrawn':
    case 'superseded':
      return finished(settled);
    case 'decline':
    case 'refuse':
      // Nobody ends an emergency by refusing: the next who can come is called.
      return record.path === 'emergency'
        ? recordDecline(record, rules, ask, answer)
        : recordRefusal(settled, rules, ask, answer, step);
    case 'documents':
      return ask.to.who === 'staff'
        ? askForDocuments(settled, rules, { ...ask, to: ask.to }, answer)
        : finished(settled);
    case 'same':
      return ask.other === undefined
        ? finished(settled)
        : joinStep(settled, rules, ask.other, answer, finished);
    case 'aid':
      return goOnWith(withAid(record, rules, ask, answer), ask, answer);
    case 'session':
      return goOnWith(holdSession(record, answer), ask, answer);
    case 'extend':
      return step?.extendBy ? extendStep(settled, rules, ask, answer, step) : finished(settled);
    default:
      return step ? doneStep(settled, rules, ask, answer, step) : finished(settled);
  }
}

/** The duty desk said where an emergency is, or its sender did meanwhile: now the head of that grid is asked. */
function recordFound(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  step: StageStep | undefined,
): Decision {
  if (!step || answer.option === 'withdrawn' || hasEnded(record))
    return { record, notices: [], next: { to: 'finished' } };
  const found = answer.option === 'place' ? placeAlarm(record, rules, answer) : { record, notices: [] };
  const planned = planStep(found.record, rules, step, { stage: ask.stage ?? 0, at: answer.at });
  return { record: planned.record, notices: found.notices, next: { to: 'ask', ask: planned.ask } };
}

/** Something was recorded on the way; the step itself goes on as it was asked. */
function goOnWith(record: RequestRecord, ask: PlannedAsk, answer: Answer): Decision {
  const again = keepAsking(record, ask, answer.at);
  return { record: again.record, notices: [], next: { to: 'ask', ask: again.ask } };
}

/** Somebody answered what a step waits for meanwhile: a leader, or the resident. */
export function recordHeld(record: RequestRecord, rules: Rules, ask: PlannedAsk, answer: Answer): Decision {
  const { held } = ask;
  const isOver = answer.option === 'withdrawn' || answer.option === 'superseded';
  if (!held || isOver) return { record: withoutAsk(record, ask.n), notices: [], next: { to: 'finished' } };
  return ask.kind === 'sign-off'
    ? recordSignOff(record, rules, { ask, held }, answer)
    : recordBrought(record, rules, { ask, held }, answer);
}

function joinStep(
  record: RequestRecord,
  rules: Rules,
  first: string,
  answer: Answer,
  finished: (record: RequestRecord, notices: Notice[]) => Decision,
): Decision {
  const joined = joinTo(record, first, answer);
  return finished(joined, [tellJoined(joined, rules, first)]);
}

function extendStep(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  step: StageStep,
): Decision {
  const reason = answer.note ?? '';
  const { until, dueAt } = extendedTo(record, rules, ask, answer, step);
  // A petition is extended as a whole, whichever step asks for it.
  const extensions = record.extensions + (record.petition ? 1 : 0);
  const extended = withEntry(
    { ...record, dueAt, extensions },
    {
      at: answer.at,
      type: 'extended',
      by: answer.by,
      step: step.id,
      due: until,
      note: reason,
    },
  );
  const planned = planAsk(
    extended,
    {
      kind: ask.kind,
      to: ask.to,
      until,
      options: ask.options,
      extensions: (ask.extensions ?? 0) + 1,
      ...(ask.stage === undefined ? {} : { stage: ask.stage }),
      step: step.id,
      ...(ask.other === undefined ? {} : { other: ask.other }),
    },
    answer.at,
  );
  const due = dueText(record.petition ? dueAt : until, rules, record.language);
  return {
    record: planned.record,
    notices: [tellResident(extended, rules, 'extended', { reason, due })],
    next: { to: 'ask', ask: planned.ask },
  };
}

/** A step's new deadline. The request is due no earlier than its steps; a petition never beyond its one extension. */
function extendedTo(record: RequestRecord, rules: Rules, ask: PlannedAsk, answer: Answer, step: StageStep) {
  const { settings } = rules.town;
  const until = deadline(Math.max(ask.until, answer.at), step.extendBy ?? step.within, settings);
  if (!record.petition) return { until, dueAt: Math.max(record.dueAt ?? until, until) };
  const dueAt = deadline(record.dueAt ?? answer.at, settings.paths.petition.extendBy, settings);
  return { until: Math.min(until, dueAt), dueAt };
}

function doneStep(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  step: StageStep,
): Decision {
  const coordination = record.coordination;
  const programme = programmeOf(record, rules);
  const reached = [`${ask.stage}/${step.id}`, ...settledBeside(programme, ask, answer)];
  const aided = withAid(record, rules, ask, answer);
  const done: RequestRecord = {
    ...(ask.kind === 'settlement' ? settlePetition(aided, answer) : aided),
    ...(coordination
      ? { coordination: { ...coordination, done: [...new Set([...coordination.done, ...reached])] } }
      : {}),
  };
  const told = doneOrAgreed(done, rules, ask, answer, step);
  return { ...told, record: withMilestone(told.record, programme, ask, answer), next: { to: 'finished' } };
}

function doneOrAgreed(
  done: RequestRecord,
  rules: Rules,
  { stage = 0 }: PlannedAsk,
  answer: Answer,
  step: StageStep,
): Pick<Decision, 'record' | 'notices'> {
  const { at, by, agreed } = answer;
  const note = noteOf(answer);
  if (step.asks !== 'appointment')
    return { record: withEntry(done, { at, type: 'step-done', by, step: step.id, ...note }), notices: [] };
  if (agreed) return agreeOn(done, rules, { stage, step: step.id }, agreed, { at, by });
  // Answered before dates were read: its words are told as they are.
  const record = withEntry(done, { at, type: 'appointment', by, step: step.id, ...note });
  return { record, notices: [tellUnread(record, rules, { step, by, words: answer.note ?? '' })] };
}
