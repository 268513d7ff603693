import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentText } from '../../domain/appointments/moment.js';
import { readAppointment } from '../../domain/appointments/read-appointment.js';
import { ASK_KIND_NAMES, ASK_KINDS, type AskKind } from '../../domain/asks/ask-kinds.js';
import { optionWord } from '../../domain/asks/option-words.js';
import { readWords } from '../../domain/reading/read-words.js';
import { matchReply } from '../../domain/sms/match-reply.js';
import type { Match, OpenAsk } from '../../domain/sms/match.js';
import { parseText } from '../../domain/sms/parse-text.js';
import { sortText } from '../../domain/sms/sort-text.js';
import { wordsToKeep } from '../../domain/sms/words-to-keep.js';
import type { Language } from '../../domain/words/language.js';
import { sampleTown } from '../towns/sample-town.js';

const PROTOCOL = readFileSync(join(import.meta.dirname, '../../docs/texting.md'), 'utf8');

const town = sampleTown();

interface Example {
  readonly kind: AskKind;
  readonly text: string;
  readonly recorded: string;
}

/** The rows of each table that follows the name of an ask. */
function examplesIn(page: string): Example[] {
  return [...page.matchAll(/<!-- ask: ([a-z-]+) -->\n\n\|.*\n\|[- |]+\n((?:\|.*\n)+)/g)].flatMap(
    ([, name, rows = '']) => {
      const kind = ASK_KIND_NAMES.find((one) => one === name);
      if (!kind) throw new Error(`no ask is called ${name}`);
      return rows
        .trim()
        .split('\n')
        .map((row) => row.split('|').map((cell) => cell.trim()))
        .map(([, text = '', recorded = '']) => ({ kind, text, recorded }));
    },
  );
}

const EXAMPLES = examplesIn(PROTOCOL);
const ASKED_BACK = { 'zh-CN': '再问', en: 'asked back' } as const;
/** Asked back, and the words stand with what is asked about. */
const KEPT: ReadonlySet<string> = new Set(['记下话，再问', 'kept, and asked back']);
/** What asks a question and records nothing. */
const ASKS_BACK: ReadonlySet<string> = new Set(['bad-option', 'likely', 'not-done']);

/** What is done about a text of somebody who is asked only this, in the word of the reader. */
function recordedFor({ kind, text, recorded }: Example): string {
  const ask: OpenAsk = {
    code: 'K7QV',
    kind,
    options: ASK_KINDS[kind].map(({ option }) => option),
    state: 'open',
  };
  const hear = (words: string) => matchReply(parseText(words, '2026-08-24'), [ask]);
  const match = hear(text);
  if (KEPT.has(recorded)) return isKept(text, ask, hear) ? recorded : match.kind;
  const language = /\p{Script=Han}/u.test(recorded) ? 'zh-CN' : 'en';
  if (match.kind === 'answer' && kind === 'appointment') return dateIn(match.note, language);
  if (match.kind === 'answer') return optionWord(kind, match.option, language);
  return ASKS_BACK.has(match.kind) ? ASKED_BACK[language] : match.kind;
}

/** Whether all that is done about a text of the staff is to keep its words and to ask back. */
function isKept(text: string, ask: OpenAsk, hear: (words: string) => Match): boolean {
  const parsed = parseText(text, '2026-08-24');
  const read = (words: string) => readWords(town, words);
  const taken = sortText({ text, parsed, match: hear(text), asks: [ask], staff: true, read, hear });
  const [only, ...others] = taken.flatMap((one) => (one.as === 'answer' ? [one.match] : []));
  const isAlone = taken.length === 1 && others.length === 0;
  return (
    isAlone &&
    only?.kind === 'bad-option' &&
    wordsToKeep(only, { text, today: '2026-08-24', read }) !== undefined
  );
}

/** The date as it is said back; the examples are of a Monday morning. */
function dateIn(words: string, language: Language): string {
  const now = Date.parse('2026-08-24T09:00:00+08:00');
  const read = readAppointment(words, { now, timeZone: 'Asia/Shanghai', language, daysAhead: 366 });
  return read.sure ? momentText(read.moment, language) : ASKED_BACK[language];
}

it.each(EXAMPLES)('the protocol that people are trained by holds: $kind, "$text" is $recorded', (example) => {
  expect(recordedFor(example)).toBe(example.recorded);
});

it('the protocol has examples of both languages, and says what every digit means', () => {
  expect(EXAMPLES.length).toBeGreaterThan(25);
  const digits = new Set(
    Object.values(ASK_KINDS).flatMap((rules) => rules.map(({ number }) => String(number))),
  );
  for (const digit of digits) expect(PROTOCOL).toContain(`| ${digit} |`);
});
