import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { answerExampleSchema } from '../../domain/answers/answer-example.js';
import { ASK_KIND_NAMES, ASK_KINDS, type AskKind } from '../../domain/asks/ask-kinds.js';
import { isHeldOut } from '../../domain/reading/example.js';

const EXAMPLES = join(import.meta.dirname, '../../domain/answers/answers.csv');
/** Most answers by text are no longer. Characters. */
const LONGEST = 24;

/** The kind of ask that a text puts: "ask-report-duplicate" is a report. */
function kindOf(key: string): AskKind | undefined {
  const kinds = ASK_KIND_NAMES.filter((kind) => key.startsWith(`ask-${kind}`));
  return kinds.toSorted((a, b) => b.length - a.length)[0];
}

/**
 * How people of the town answer in words of their own: Chinese answers that the reading of answers never learnt from,
 * by what was asked and what they say.
 */
function readAnswers(): ReadonlyMap<string, readonly string[]> {
  const rows: unknown = parse(readFileSync(EXAMPLES, 'utf8'), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
  });
  const answers = new Map<string, string[]>();
  for (const { ask, says, words } of z.array(answerExampleSchema).parse(rows)) {
    if (words.length > LONGEST || !/\p{Script=Han}/u.test(words) || !isHeldOut(words)) continue;
    const key = `${ask} ${says}`;
    answers.set(key, [...(answers.get(key) ?? []), words]);
  }
  return answers;
}

let answers: ReturnType<typeof readAnswers> | undefined;

function one(kind: AskKind, says: string, random: () => number): string | undefined {
  answers ??= readAnswers();
  const all = answers.get(`${kind} ${says}`) ?? [];
  return all[Math.floor(random() * all.length)];
}

/** The meaning of `plain` in somebody's own words instead of its digit; undefined where nobody has any. */
export function naturally(key: string, plain: string, random: () => number): string | undefined {
  const kind = kindOf(key);
  const digit = Number(/^\d/.exec(plain)?.[0]);
  const option = kind && ASK_KINDS[kind].find(({ number }) => number === digit)?.option;
  return kind && option && one(kind, option, random);
}

/** A reply that leaves its meaning unclear. */
export function unclearly(key: string, random: () => number): string | undefined {
  const kind = kindOf(key);
  return kind && one(kind, 'unclear', random);
}
