import { attemptOf } from '../../../domain/codes/execution-name.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { Language } from '../../../domain/words/language.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dateText } from '../../../contracts/pages/times.js';
import { EXECUTION_TITLE } from './words.title.js';

/** `sanhehu-2026-08-24`: a round of a town. */
const ROUND = /^.+-(?<date>\d{4}-\d\d-\d\d)$/;

/** What people call an execution by: its request's number, or the day of its round; and which run of it this is. */
export function executionTitle(name: string, language: Language): string {
  const words = EXECUTION_TITLE[language];
  const { first, attempt } = attemptOf(name);
  const work = workTitle(first, language);
  return attempt === 1 ? work : words.nthRun(work, attempt);
}

function workTitle(first: string, language: Language): string {
  const { date } = ROUND.exec(first)?.groups ?? {};
  if (date !== undefined) return dateText(date, language);
  const [id = '', round] = first.split('-');
  if (readRequestId(id) !== id) return first;
  return round === undefined ? shownNumber(id) : EXECUTION_TITLE[language].nthRound(shownNumber(id), round);
}
