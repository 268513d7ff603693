import coordination from '../../workflows/coordination.words.json' with { type: 'json' };
import residentRequest from '../../workflows/resident-request.words.json' with { type: 'json' };
import { STATES_OF_STEP, STEPS } from '../../domain/request/steps.js';
import type { DemoWords } from './demo-words.js';
import type { EnteredState } from './watch-execution.js';

const wordOf = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;
const STATES: Readonly<Record<string, { readonly name: string }>> = {
  ...coordination.states,
  ...residentRequest.states,
};

/** A state of a request, or of its coordination, by its step. Undefined for choices and bookkeeping. */
export function stateWords({ name, type }: EnteredState, words: DemoWords): string | undefined {
  const [step = '', state] = name.split(': ');
  if (state === undefined || name.endsWith('?')) return undefined;
  const isChinese = words.language === 'zh-CN';
  const said = isChinese ? (STATES[name]?.name ?? name) : state;
  const number = STEPS.findIndex((one) => STATES_OF_STEP[one] === step) + 1;
  const stepWord = (one: string) => (isChinese ? wordOf(residentRequest.steps, one) : one);
  if (number > 0) return words.step(number, stepWord(step), said);
  // Of the coordination only that a stage begins: the texts tell who is asked.
  return type === 'MapStateEntered'
    ? words.step(STEPS.indexOf('coordination') + 1, stepWord(STATES_OF_STEP.coordination), words.stage)
    : undefined;
}
