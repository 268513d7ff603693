import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Verdict } from '../../../domain/asks/verdict.js';
import { hashOf } from '../../../domain/reading/sorted-hashes.js';
import { matchReply } from '../../../domain/sms/match-reply.js';
import { parseText } from '../../../domain/sms/parse-text.js';

const said = z.enum(['y', 'n', '']).transform((mark) => (mark === '' ? undefined : mark === 'y'));
const rowSchema = z.object({
  language: z.enum(['zh', 'en']),
  contacted: said,
  solved: said,
  satisfied: said,
  does: z.enum(['closes', 'reopens', 'asks']),
  words: z.string(),
});
type Row = z.output<typeof rowSchema>;

const FILE = join(import.meta.dirname, 'closing-answers.csv');
const ROWS = z
  .array(rowSchema)
  .parse(parse(readFileSync(FILE, 'utf8'), { columns: true, comment: '#', comment_no_infix: true }));

/** The rules were written with one half of the table; the other, chosen by a hash of the words, is only measured with. */
const isHeldOut = ({ words }: Row): boolean => hashOf(words) % 2 === 0;

const ASK = {
  code: '',
  kind: 'confirmation',
  options: ['satisfied', 'unsatisfied'],
  state: 'open',
} as const;

function readAs(words: string): { verdict: Verdict; does: Row['does'] } {
  const match = matchReply(parseText(words, '2026-01-01'), [ASK]);
  if (match.kind !== 'answer') return { verdict: {}, does: 'asks' };
  return { verdict: match.verdict ?? {}, does: match.option === 'satisfied' ? 'closes' : 'reopens' };
}

/** Taken for what is meant, question by question; what must be asked is asked. */
function isRight({ contacted, solved, satisfied, does, words }: Row): boolean {
  const read = readAs(words);
  if (does === 'asks' || read.does !== does) return read.does === does;
  const { verdict } = read;
  return verdict.contacted === contacted && verdict.solved === solved && verdict.satisfied === satisfied;
}

const share = (rows: readonly Row[], is: (row: Row) => boolean): number =>
  rows.filter(is).length / rows.length;

describe.each(['zh', 'en'] as const)('what people answer at closure, %s', (language) => {
  const rows = ROWS.filter((row) => row.language === language);
  const heldOut = rows.filter(isHeldOut);

  it('is a table of sixty texts and more, a good third of them held out', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(heldOut.length).toBeGreaterThan(rows.length / 3);
  });

  it('is read question by question, all of those that the rules were written with', () => {
    const own = rows.filter((row) => !isHeldOut(row));
    expect(own.filter((row) => !isRight(row)).map(({ words }) => words)).toEqual([]);
  });

  it('is read question by question, six in seven of those that were held out', () => {
    expect(share(heldOut, isRight)).toBeGreaterThanOrEqual(0.85);
  });

  it('is hardly ever closed where it must be reopened, or the other way round', () => {
    const isWrong = ({ does, words }: Row): boolean => {
      const read = readAs(words);
      return read.does !== 'asks' && read.does !== does;
    };
    expect(share(heldOut, isWrong)).toBeLessThanOrEqual(0.03);
  });
});

describe('what was begun at closure', () => {
  const begun = (note: string) => ({ ...ASK, begun: { option: 'unsatisfied' as const, note } });
  const reply = (words: string, note: string) => matchReply(parseText(words, '2026-01-01'), [begun(note)]);

  it.each([
    ['1', '没人联系过俺', { contacted: false, solved: true, satisfied: true }, 'satisfied'],
    ['2', '没人联系过俺', { contacted: false, satisfied: false }, 'unsatisfied'],
    ['1', 'solved but took too long', { contacted: true, solved: true, satisfied: true }, 'satisfied'],
    ['2', 'solved but took too long', { solved: true, satisfied: false }, 'unsatisfied'],
  ])('"%s" after "%s" keeps what was said before', (words, note, verdict, option) => {
    expect(reply(words, note)).toMatchObject({ kind: 'answer', option, verdict, note });
  });
});
