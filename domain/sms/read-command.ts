import { readCall } from './read-call.js';
import type { Command } from './command.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { readCorrection } from './read-correction.js';
import { readFlood } from './read-flood.js';
import { readForm } from './read-form.js';
import { readLeaveDates } from './leave-dates.js';
import { readList } from './read-list.js';
import { readMore } from './read-more.js';
import { readMute } from './read-mute.js';
import { readPersonalData } from './read-personal-data.js';
import { readReception } from './read-reception.js';
import { readRequestNumber } from './read-request-number.js';
import { readVisit } from './read-visit.js';
import { readSummary } from './read-summary.js';
import { readUndo } from './read-undo.js';
import { withoutSeparators } from '../words/separators.js';

type Name =
  | 'stand-down'
  | 'help'
  | 'opt-out'
  | 'opt-in'
  | 'withdraw'
  | 'leave'
  | 'report-on-behalf'
  | 'visit'
  | 'reception';

/** Words that are a command only when nothing else is written: "end of the road" is not a farewell. */
const ALONE: Readonly<Record<string, Name>> = {
  '?': 'help',
  帮助: 'help',
  help: 'help',
  退订: 'opt-out',
  td: 'opt-out',
  stop: 'opt-out',
  end: 'opt-out',
  quit: 'opt-out',
  unsubscribe: 'opt-out',
  start: 'opt-in',
  恢复: 'opt-in',
};

/** The second text of somebody who holds a post, which confirms the first. */
const SURELY_OUT: ReadonlySet<string> = new Set(['确定退订', 'stop all']);

/** Words that begin a command; what follows belongs to it. */
const LEADING: Readonly<Record<string, Name>> = {
  帮助: 'help',
  help: 'help',
  解除: 'stand-down',
  'stand down': 'stand-down',
  撤回: 'withdraw',
  withdraw: 'withdraw',
  休假: 'leave',
  leave: 'leave',
  代报: 'report-on-behalf',
  report: 'report-on-behalf',
  走访: 'visit',
  visit: 'visit',
  接待: 'reception',
  reception: 'reception',
};

/** Whether words name something that the town has: without one, "call him tomorrow" is no command. */
export type Names = (words: string) => boolean;

/** Reads a text that is a command; undefined when it is none. `today`: the sender's date, for leave without a year. */
export function readCommand(
  text: string,
  today: string,
  isDepartment: Names = () => false,
): Command | undefined {
  const original = tidyText(text);
  const folded = foldText(text);
  const bare = folded.replace(/(?<![\s,.!。])[\s,.!。]+$/, '');
  if (SURELY_OUT.has(bare)) return { name: 'opt-out', sure: true };
  const alone = ALONE[bare];
  if (alone) return build(alone, '', today);
  const special =
    readUndo(text) ??
    readPersonalData(text) ??
    readFlood(text) ??
    readList(text) ??
    readMore(text) ??
    readSummary(text) ??
    readMute(text) ??
    readCall(text, isDepartment) ??
    readForm(text) ??
    readCorrection(text) ??
    readPhoned(original);
  if (special) return special;
  const word = Object.keys(LEADING).find((one) => begins(folded, one));
  const name = word === undefined ? undefined : LEADING[word];
  if (word === undefined || name === undefined) return undefined;
  return build(name, withoutSeparators(original.slice(word.length)), today);
}

/** "来电 13800001111 朱口村5组路灯不亮", "call from 053 111 2222: the lamp is out"; without a number it is none ("来电了"). */
function readPhoned(original: string): Command | undefined {
  const found =
    /^(?:来电登记|来电|电话登记|(?:phoned|call from|phone call)(?![a-z]))[\s:：,，]*(?=\+?\d[\d\s-]{5,})/i.exec(
      original,
    );
  return found
    ? { name: 'report-on-behalf', words: original.slice(found[0].length), phoned: true }
    : undefined;
}

/** A Latin command word must end where the word ends; a Chinese one may be followed directly. */
function begins(folded: string, word: string): boolean {
  return folded.startsWith(word) && !(/[a-z]$/.test(word) && /^[a-z0-9]/.test(folded.slice(word.length)));
}

function build(name: Name, words: string, today: string): Command | undefined {
  switch (name) {
    case 'help':
    case 'opt-out':
    case 'opt-in':
      return { name };
    case 'withdraw':
      return withdraw(words);
    case 'stand-down': {
      const { request, note } = withdraw(words);
      // "解除了，现场安全" tells how far somebody is.
      return request === undefined ? undefined : { name, request, note };
    }
    case 'leave':
      return leave(words, today);
    case 'visit':
      return readVisit(words);
    case 'reception':
      return readReception(words);
    case 'report-on-behalf':
      // Nothing to report is a question how to.
      return words === '' ? { name: 'help' } : { name, words };
  }
}

function withdraw(words: string): Extract<Command, { name: 'withdraw' }> {
  const number = readRequestNumber(words);
  if (!number) return { name: 'withdraw', note: words };
  const note = withoutSeparators(words.slice(number.length));
  return 'request' in number
    ? { name: 'withdraw', request: number.request, note }
    : { name: 'withdraw', mistyped: number.mistyped, note };
}

/** "Leave it with me" is no leave. */
const LEFT_TO_SOMEBODY = /^(?:it|this|that|them|him|her|me|us|the|everything)\b/;

function leave(words: string, today: string): Command | undefined {
  if (LEFT_TO_SOMEBODY.test(foldText(words))) return undefined;
  const dates = readLeaveDates(foldText(words), today);
  if (!dates) return { name: 'leave-unreadable' };
  const note = withoutSeparators(words.slice(words.length - dates.rest.length));
  return { name: 'leave', from: dates.from, to: dates.to, note };
}
