import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { type AnswerExample, answerExampleSchema } from '../domain/answers/answer-example.js';
import { learnAnswers } from '../domain/answers/learn-answers.js';
import {
  type MeasuredAnswer,
  measureAnswers,
  type Outcome,
  OUTCOMES,
} from '../domain/sms/measure-answers.js';
import { type Reading, readWords } from '../domain/reading/read-words.js';
import { sampleTown } from './sample-towns.js';
import { learntAnswers } from '../domain/answers/learnt-answers.js';
import { bytesOfLearnt } from '../domain/answers/pack-learnt.js';
import { weighAnswer } from '../domain/answers/weigh-answer.js';
import { ASK_KIND_NAMES } from '../domain/asks/ask-kinds.js';
import { isHeldOut } from '../domain/reading/example.js';
import { parseText } from '../domain/sms/parse-text.js';
import { alignColumns } from './align-columns.js';
import { asProgram } from './as-program.js';
import { deflated } from './deflated.js';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'domain/answers');
const EXAMPLES = join(FOLDER, 'answers.csv');
const LEXICON = join(FOLDER, 'concepts.txt');
const LEARNT = join(FOLDER, 'learnt-data.ts');

const USAGE = `How answers by text are heard (docs/reading.md).

  npm run answers -- --text "马上去" --ask acceptance   what one answer says, the likeliest first
  npm run answers -- --measure [--misheard] [--file F]  figures on the answers that are held out, or on those of F
  npm run answers -- --learn                            learns anew from domain/answers/answers.csv

Asks: ${ASK_KIND_NAMES.join(' ')}`;

const OPTIONS = {
  text: { type: 'string' },
  ask: { type: 'string', default: 'acceptance' },
  measure: { type: 'boolean' },
  misheard: { type: 'boolean' },
  file: { type: 'string', default: EXAMPLES },
  learn: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Explains how one answer is heard, measures, or learns anew. */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.learn) await writeFile(LEARNT, await generateLearnt());
  if (values.text !== undefined) explain(values.ask, values.text);
  if (values.measure) await print(values.file, values.misheard ?? false);
  if (values.help || !(values.learn || values.measure || values.text !== undefined)) console.log(USAGE);
}

async function examplesIn(file: string): Promise<AnswerExample[]> {
  const rows: unknown = parse(await readFile(file, 'utf8'), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
  });
  return z.array(answerExampleSchema).parse(rows);
}

/** The whole of `domain/answers/learnt-data.ts`. */
export async function generateLearnt(): Promise<string> {
  const examples = (await examplesIn(EXAMPLES)).filter(({ words }) => !isHeldOut(words)).flatMap(besideDigit);
  const lexicon = (await readFile(LEXICON, 'utf8')).trim();
  const learnt = deflated(bytesOfLearnt(learnAnswers(examples, lexicon)));
  return `// Made by \`npm run answers -- --learn\` of answers.csv and concepts.txt. Do not edit.\nexport const LEARNT =\n  '${learnt}';\n`;
}

/** A digit is read by itself: what is learnt are the words beside it, unless what is wrong with them is the digit. */
function besideDigit(example: AnswerExample): AnswerExample[] {
  const { option, note } = parseText(example.words, '2026-01-01');
  if (option === undefined) return [example];
  return example.says === 'unclear' || note === '' ? [] : [{ ...example, words: note }];
}

function explain(ask: string, text: string): void {
  const kind = z.enum(ASK_KIND_NAMES).parse(ask);
  const weighed = weighAnswer(learntAnswers(), kind, text).slice(0, 5);
  console.log(
    alignColumns(weighed.map(({ label, probability }) => [label, `${Math.round(probability * 100)} %`])),
  );
}

const percent = (part: number, of: number): string =>
  of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`;

/** A row of figures: of these answers, how many came to what. */
function shares(name: string, of: readonly MeasuredAnswer[]): string[] {
  const count = (outcome: Outcome): number => of.filter((one) => one.outcome === outcome).length;
  return [name, `${of.length}`, ...OUTCOMES.map((outcome) => percent(count(outcome), of.length))];
}

const NAMES_OPTION = (says: string): boolean => !['unclear', 'remark', 'other', 'danger'].includes(says);

async function print(file: string, misheard: boolean): Promise<void> {
  const all = await examplesIn(file);
  const examples = file === EXAMPLES ? all.filter(({ words }) => isHeldOut(words)) : all;
  const measured = measureAnswers(examples, readInSampleTowns());
  const saying = (test: (says: string) => boolean) => measured.filter(({ example }) => test(example.says));
  console.log(
    alignColumns([
      ['', 'answers', ...OUTCOMES],
      shares('clear', saying(NAMES_OPTION)),
      shares(
        'unclear',
        saying((says) => says === 'unclear'),
      ),
      shares(
        'answers nothing',
        saying((says) => says === 'remark' || says === 'other'),
      ),
      shares(
        'danger',
        saying((says) => says === 'danger'),
      ),
    ]),
  );
  if (!misheard) return;
  for (const { example, done, outcome } of measured.filter((one) => one.outcome !== 'as meant'))
    console.log(`${outcome}: ${example.ask} ${example.says} -> ${done.join(', ')}: ${example.words}`);
}

/** Words as the sample town of their language reads them. */
function readInSampleTowns(): (words: string) => Reading {
  const [chinese, english] = [sampleTown(ROOT, 'sanhehu'), sampleTown(ROOT, 'elmford')];
  return (words) => readWords(/\p{Script=Han}/u.test(words) ? chinese : english, words);
}

asProgram(import.meta.url, () => main(process.argv.slice(2)));
