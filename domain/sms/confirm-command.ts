import { withoutSeparatorsBehind } from '../words/separators.js';
import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';
import { numberAt } from '../words/read-number.js';
import { saysErase } from './read-personal-data.js';
import { separatorLength } from '../words/separators.js';

/** Commands that may be asked about before they are carried out. */
export type Doubtable = Extract<Command, { name: 'visit' | 'visit-people' | 'reception' | 'erase-data' }>;

/** A text's answer to the question whether a command is meant as it stands. */
export type Confirmation =
  | { readonly says: 'yes' }
  | { readonly says: 'no' }
  /** The missing part of it: the visits with their people. */
  | { readonly says: 'completed'; readonly command: Extract<Command, { name: 'visit' }> };

const YES = /^(?:1|是的?|对的?|确认|没错|yes|y|yep|correct)$/;
const NO = /^(?:2|不是|不对|错了|否|no|n|wrong)$/;

/** Undefined where a text says something else altogether. */
export function readConfirmation(command: Doubtable, text: string): Confirmation | undefined {
  // An act that cannot be undone is not done for a bare digit.
  if (command.name === 'erase-data') return saysErase(text) ? { says: 'yes' } : undefined;
  const folded = withoutSeparatorsBehind(foldText(text));
  if (command.name === 'visit-people') return completed(command, folded);
  if (YES.test(folded)) return { says: 'yes' };
  return NO.test(folded) ? { says: 'no' } : undefined;
}

/** One number for all of them, or one for each in their order. */
function completed(
  { grid, households, note }: Extract<Command, { name: 'visit-people' }>,
  folded: string,
): Confirmation | undefined {
  const numbers = numbersIn(folded.replace(/^(?:都是?|各|每户)\s*/, ''));
  const [first] = numbers ?? [];
  if (!numbers || first === undefined) return undefined;
  if (numbers.length !== 1 && numbers.length !== households.length) return undefined;
  const met = households.map((household, at) => ({ household, people: numbers[at] ?? first }));
  const where = grid === undefined ? {} : { grid };
  return { says: 'completed', command: { name: 'visit', ...where, met, problem: false, note } };
}

/** Numbers and nothing else but what counts people. */
function numbersIn(folded: string): number[] | undefined {
  const numbers: number[] = [];
  for (let rest = folded; rest !== '';) {
    const number = numberAt(rest);
    if (!number) return undefined;
    numbers.push(number.value);
    const behind = rest.slice(number.length).replace(/^\s*(?:个人|口人|[人个口位名]|people|each)/, '');
    rest = behind.slice(separatorLength(behind));
  }
  return numbers;
}

/** The command in words that are read as it again. */
export function restate(command: Doubtable): string {
  const tail = (words: string): string => (words === '' ? '' : ` ${words}`);
  switch (command.name) {
    case 'erase-data':
      return '删除我的信息';
    case 'reception':
      return `接待 ${command.people}人${command.answered ? ' 已答复' : ''}${tail(command.words)}`;
    case 'visit-people':
      return `走访 ${command.households.map((one) => place(command.grid, one)).join(' ')}${tail(command.note)}`;
    case 'visit': {
      const met = command.met.map(({ household, people }) =>
        people === 0
          ? `${place(command.grid, household)} 不在`
          : `${place(command.grid, household)} ${people}人`,
      );
      return `走访 ${met.join(' ')}${command.problem ? ' 问题' : ''}${tail(command.note)}`;
    }
  }
}

const place = (grid: number | undefined, household: number): string =>
  grid === undefined ? String(household) : `${grid}-${household}`;
