import { deadline } from '../deadlines/deadline.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Rules } from './decision.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { dueText } from './words.js';

/** A step of a programme or a petition, and when it is to be done, in epoch milliseconds. */
export interface NextStep {
  readonly name: Bilingual;
  readonly until: number;
}

/**
 * The step of a programme that comes next, and its date: who applied is told of that, and not of an end that is months
 * away. Undefined where no programme runs, or where it waits for something else.
 */
export function nextStep(record: RequestRecord, rules: Rules, at: number): NextStep | undefined {
  if (record.path !== 'programme' || !runsProgramme(record, rules)) return undefined;
  const steps = programmeOf(record, rules).stages.flatMap((stage) => stage.steps);
  const [open] = record.asks
    .filter(({ stage, to }) => stage !== undefined && to.who === 'staff')
    .toSorted((a, b) => a.until - b.until);
  const asked = open && steps.find(({ id }) => id === open.step);
  if (open && asked) return { name: asked.name, until: open.until };
  const [first] = steps;
  const isUnderWay = (record.coordination?.stage ?? -1) >= 0 || record.outcome !== undefined;
  if (!first || isUnderWay || record.closedAs !== undefined) return undefined;
  const accepted = Math.max(at, ...record.asks.map(({ until }) => until));
  return { name: first.name, until: deadline(accepted, first.within, rules.town.settings) };
}

/** The same as texts name it. */
export function nextStepText(record: RequestRecord, rules: Rules, at: number, language: Language) {
  const next = nextStep(record, rules, at);
  return next && { step: next.name[language], due: dueText(next.until, rules, language) };
}

const TAKING_UP: Bilingual = { 'zh-CN': '告诉您是否受理', en: 'You hear whether it is taken up' };

/** What is promised next on the page: of a petition that nobody took up yet, what its receipt says, and not its end. */
export function promisedStep(record: RequestRecord, rules: Rules): NextStep | undefined {
  const { petition, path } = record;
  const isOpen = petition?.takenUpAt === undefined && petition?.notTakenUpAt === undefined;
  if (path === 'petition' && petition && isOpen) return { name: TAKING_UP, until: petition.takeUpBy };
  return nextStep(record, rules, record.createdAt);
}
