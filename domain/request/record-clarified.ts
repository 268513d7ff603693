import { withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk, Question } from '../asks/planned-ask.js';
import { readCategoryAnswer, readYesNo } from '../reading/read-answer.js';
import { gazetteerOf } from '../reading/gazetteer.js';
import { readPlaceAnswer } from '../reading/read-place.js';
import { readWords } from '../reading/read-words.js';
import type { Town } from '../town/schema.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { joinTo } from './join-requests.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { proceed } from './assign-request.js';
import type { RequestRecord } from './record.js';
import { given } from '../words/given.js';

/** The sender answered, in any form: every readable part is used, and the next question or step follows. */
export function recordClarified(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  const words = answer.note ?? '';
  const said =
    answer.option === 'superseded' || !ask.question
      ? settled
      : takeWords(settled, rules.town, ask.question, words, answer.at);
  return proceed(said, rules, { at: answer.at });
}

/** Nobody answered: what is still open is for the duty desk, and is not asked a second time. */
export const recordUnclarified = (
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  at: number,
): Decision =>
  proceed(
    withEntry(
      { ...withoutAsk(record, ask.n), questions: rules.town.settings.reading.questions },
      { at, type: 'silent', by: 'resident' },
    ),
    rules,
    { at },
  );

function takeWords(
  record: RequestRecord,
  town: Town,
  question: Question,
  words: string,
  at: number,
): RequestRecord {
  const said = withEntry(record, { at, type: 'said', by: 'resident' });
  switch (question.about) {
    case 'danger':
      return takeDanger(said, town, words, at);
    case 'place':
    case 'group':
      return takePlace(said, town, question, words);
    case 'category':
      return takeCategory(said, town, question, words);
    case 'same':
      return takeSame(said, question, words, at);
  }
}

function takeDanger(record: RequestRecord, town: Town, words: string, at: number): RequestRecord {
  const { danger, ...safe } = record;
  if (!danger) return record;
  const yes = readYesNo(words) ?? saysDanger(town, words);
  if (yes === undefined) return record;
  if (!yes) return withEntry(safe, { at, type: 'no-danger', by: 'resident' });
  // A request that looked like it before anybody knew of the danger may be none.
  const { duplicateOf: _other, ...rest } = record;
  return withEntry(
    { ...rest, danger: { ...danger, sure: true }, path: 'emergency' },
    { at, type: 'danger', by: 'resident' },
  );
}

function saysDanger(town: Town, words: string): boolean | undefined {
  const { level } = readWords(town, words).danger;
  return level === 'danger' ? true : undefined;
}

/** About what was reported before: then the two are one. Anything but a yes leaves it a matter of its own. */
function takeSame(record: RequestRecord, { choices }: Question, words: string, at: number): RequestRecord {
  const { same: _settled, ...unsure } = record.unsure ?? {};
  const [first] = choices;
  if (first === undefined || readYesNo(words) !== true) return { ...record, unsure };
  return joinTo({ ...record, unsure }, first, { at, by: 'resident' });
}

/** A place in an answer: an offered one, by its number, or any that its words name; a group of the known village. */
function takePlace(record: RequestRecord, town: Town, { choices }: Question, words: string): RequestRecord {
  const read = readPlaceAnswer(gazetteerOf(town), words, choices.length > 0 ? choices : undefined);
  const village = read.village ?? record.village;
  const known = town.villages
    .find(({ id }) => id === village)
    ?.groups.some(({ number }) => number === read.group);
  const group = known ? read.group : village === record.village ? record.group : undefined;
  const grid = read.grid ?? gridOfPlace(town, { village, group })?.number;
  const { villages: _settled, ...unsure } = record.unsure ?? {};
  return {
    ...record,
    ...given({ village, group, grid }),
    unsure: read.candidates.length > 0 ? { ...unsure, villages: [...read.candidates] } : unsure,
  };
}

function takeCategory(
  record: RequestRecord,
  town: Town,
  { choices }: Question,
  words: string,
): RequestRecord {
  const id = readCategoryAnswer(town, words, choices);
  const category = town.categories.find((one) => one.id === id);
  const { categories: _settled, ...unsure } = record.unsure ?? {};
  const { duplicateOf, ...rest } = record;
  return category
    ? {
        ...rest,
        // A request that looked like it was of the category that it was mistaken for.
        ...(category.id === record.category ? given({ duplicateOf }) : {}),
        unsure,
        category: category.id,
        path: record.path === 'emergency' ? 'emergency' : category.path,
      }
    : { ...record, unsure };
}
