import { instantAt, localDate } from '../calendar/local-time.js';
import { isWorkingDay, workingDayAfter, workingDayBefore } from '../deadlines/working-days.js';
import type { RequestFacts } from '../request/facts.js';
import { runningDeadline } from '../request/running-deadline.js';
import type { TownSettings } from '../town/schema.js';
import type { CardKind } from '../request/card.js';

/** A card to be given: for which deadline of which request, and whose turn it is there. */
export interface DueCard {
  readonly kind: CardKind;
  readonly request: RequestFacts;
  readonly due: number;
}

/** When the cards of a working day are given, whenever the workflow comes to it. */
export const cardTime = ({ rounds, timeZone }: TownSettings, date: string): number =>
  instantAt(date, rounds['deadline-cards'].at, timeZone);

/** A deadline is kept until its moment, and missed at it. */
const isLate = (due: number, at: number): boolean => due <= at;

/** The cards of a working day, those whose deadline is first before the others. */
export const cardsDue = (
  requests: readonly RequestFacts[],
  settings: TownSettings,
  date: string,
): DueCard[] =>
  requests
    .flatMap((request) => cardDue(request, settings, date) ?? [])
    .toSorted((a, b) => a.due - b.due || (a.request.id < b.request.id ? -1 : 1));

/**
 * The card that a request is to be given on a working day. None while its resident owes an answer, for the deadline
 * stands still; and none a second time for the same deadline.
 */
export function cardDue(request: RequestFacts, settings: TownSettings, date: string): DueCard | undefined {
  const { cards = [] } = request;
  const due = runningDeadline(request);
  if (due === undefined) return undefined;
  const kind = kindOn(request, due, settings, date);
  const isGiven = cards.some((card) => card.due === due && card.kind === kind);
  return kind === undefined || isGiven ? undefined : { kind, request, due };
}

function kindOn(
  request: RequestFacts,
  due: number,
  settings: TownSettings,
  date: string,
): CardKind | undefined {
  if (isLate(due, cardTime(settings, date))) return date >= redDay(due, settings) ? 'red' : undefined;
  const warned = yellowDay(due, settings);
  // A request that came in too late to warn of has so short a time that its asking is the warning.
  return date >= warned && request.createdAt < cardTime(settings, warned) ? 'yellow' : undefined;
}

/** So many working days before the day of the deadline. */
function yellowDay(due: number, settings: TownSettings): string {
  let day = localDate(due, settings.timeZone);
  for (let n = 0; n < settings.cards.yellow.workingDaysBefore; n += 1) day = workingDayBefore(day, settings);
  return day;
}

/** The so manieth working day on which the cards find it overdue; on the first, in most towns. */
function redDay(due: number, settings: TownSettings): string {
  const dayOfDue = localDate(due, settings.timeZone);
  const isFound = isWorkingDay(dayOfDue, settings) && isLate(due, cardTime(settings, dayOfDue));
  let day = isFound ? dayOfDue : workingDayAfter(dayOfDue, settings);
  for (let n = 1; n < settings.cards.red.overdueDay; n += 1) day = workingDayAfter(day, settings);
  return day;
}
