import { leavesDoubt } from '../answers/doubts.js';
import type { PlannedAsk, Question } from '../asks/planned-ask.js';
import { foldWords } from '../reading/features.js';
import { gazetteerOf } from '../reading/gazetteer.js';
import { readCategoryAnswer, readYesNo } from '../reading/read-answer.js';
import { readPlaceAnswer } from '../reading/read-place.js';
import { readWords } from '../reading/read-words.js';
import type { Milestone, Town } from '../town/schema.js';
import { given } from '../words/given.js';
import type { Answer } from './decision.js';
import { milestoneIn } from './read-milestone.js';
import type { Said } from './said.js';

type Words = Pick<Answer, 'option' | 'note' | 'milestone'>;

/** What an answer says in words, of what it was asked; where it says how far an emergency is, that. */
export function readSaid(
  town: Town,
  ask: Pick<PlannedAsk, 'kind' | 'question'>,
  { option, note = '', milestone }: Words,
): { readonly said?: Said; readonly milestone?: Milestone } {
  if (option === 'said' && ask.question) return { said: answerTo(town, ask.question, note) };
  // Where an emergency is.
  if (option === 'place') return { said: placeIn(town, note) };
  if (option !== 'done') return {};
  return given({ milestone: milestone ?? milestoneSaid(note) });
}

function milestoneSaid(note: string): Milestone | undefined {
  const said = milestoneIn(note);
  return said === undefined || leavesDoubt(foldWords(note)) ? undefined : said;
}

function answerTo(town: Town, { about, choices }: Question, words: string): Said {
  switch (about) {
    case 'danger':
      return given({ yes: readYesNo(words) ?? saysDanger(town, words) });
    case 'same':
      return given({ yes: readYesNo(words) });
    case 'place':
    case 'group':
      return placeIn(town, words, choices);
    case 'category':
      return given({ category: readCategoryAnswer(town, words, choices) });
  }
}

function saysDanger(town: Town, words: string): true | undefined {
  return readWords(town, words).danger.level === 'danger' ? true : undefined;
}

/** A place: an offered one, by its number, or any that words name. */
function placeIn(town: Town, words: string, choices: readonly string[] = []): Said {
  const read = readPlaceAnswer(gazetteerOf(town), words, choices.length > 0 ? choices : undefined);
  const { village, group, grid, candidates } = read;
  return given({
    village,
    group,
    grid,
    villages: candidates.length > 0 ? [...candidates] : undefined,
  });
}
