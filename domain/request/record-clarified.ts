import { withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk, Question } from '../asks/planned-ask.js';
import type { Town } from '../town/schema.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { joinTo } from './join-requests.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { proceed } from './assign-request.js';
import type { RequestRecord } from './record.js';
import type { Said } from './said.js';
import { given } from '../words/given.js';

/** The sender answered, in any form: every readable part is used, and the next question or step follows. */
export function recordClarified(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  const said =
    answer.option === 'superseded' || !ask.question
      ? settled
      : takeSaid(settled, rules.town, ask.question, answer);
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

function takeSaid(
  record: RequestRecord,
  town: Town,
  question: Question,
  { said, at }: Answer,
): RequestRecord {
  const heard = withEntry(record, { at, type: 'said', by: 'resident' });
  switch (question.about) {
    case 'danger':
      // An answer that an earlier version recorded unread: the town errs to danger.
      return takeDanger(heard, said ?? { yes: true }, at);
    case 'place':
    case 'group':
      return takePlace(heard, town, said ?? {});
    case 'category':
      return takeCategory(heard, town, said ?? {});
    case 'same':
      return takeSame(heard, question, said ?? {}, at);
  }
}

function takeDanger(record: RequestRecord, { yes }: Said, at: number): RequestRecord {
  const { danger, ...safe } = record;
  if (!danger || yes === undefined) return record;
  if (!yes) return withEntry(safe, { at, type: 'no-danger', by: 'resident' });
  // A request that looked like it before anybody knew of the danger may be none.
  const { duplicateOf: _other, ...rest } = record;
  return withEntry(
    { ...rest, danger: { ...danger, sure: true }, path: 'emergency' },
    { at, type: 'danger', by: 'resident' },
  );
}

/** About what was reported before: then the two are one. Anything but a yes leaves it a matter of its own. */
function takeSame(record: RequestRecord, { choices }: Question, { yes }: Said, at: number): RequestRecord {
  const { same: _settled, ...unsure } = record.unsure ?? {};
  const [first] = choices;
  if (first === undefined || yes !== true) return { ...record, unsure };
  return joinTo({ ...record, unsure }, first, { at, by: 'resident' });
}

/** A place: an offered one, or any that was named; a group of the known village. */
function takePlace(record: RequestRecord, town: Town, said: Said): RequestRecord {
  const village = said.village ?? record.village;
  const known = town.villages
    .find(({ id }) => id === village)
    ?.groups.some(({ number }) => number === said.group);
  const group = known ? said.group : village === record.village ? record.group : undefined;
  const grid = said.grid ?? gridOfPlace(town, { village, group })?.number;
  const { villages: _settled, ...unsure } = record.unsure ?? {};
  return {
    ...record,
    ...given({ village, group, grid }),
    unsure: { ...unsure, ...given({ villages: said.villages }) },
  };
}

function takeCategory(record: RequestRecord, town: Town, said: Said): RequestRecord {
  const category = town.categories.find(({ id }) => id === said.category);
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
