import { cutTo } from '../../../domain/texts/fit-words.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import type { ConsoleRequest, PersonAnswer } from '../../../contracts/console/requests.js';
import type { TaskAnswer } from '../../../contracts/console/work.js';
import { REQUESTS } from '../requests/words.js';
import type { Field, Paper } from './paper.js';
import { type Setting, timesIn } from './setting.js';
import { ORDER } from './words.order.js';

/** The facts for a supervision order. */
export interface OrderFacts {
  readonly request: ConsoleRequest;
  /** The town's name for a category. */
  readonly categoryName: (id: string) => string;
  /** For whoever may see it. */
  readonly person?: PersonAnswer | undefined;
  /** Orders that a red card opened, the latest last; an order may be written by hand before there is one. */
  readonly orders: readonly TaskAnswer[];
}

/** Lines for what is added by hand, at least. */
const FREE = { done: 3, signed: 2, leader: 4 } as const;

/** Lines of the page for why there is an order and what was done; what print leaves of them is for writing by hand. */
const ROOM = 12;
/** How much stands in a line, with a Chinese sign as wide as two letters. */
const LINE = 64;

/** How wide words are, in letters. */
const widthOf = (words: string): number => words.replaceAll(/[^\0-\xff]/g, '--').length;
const linesOf = (words: string): number =>
  words.split('\n').reduce((sum, line) => sum + Math.ceil(widthOf(line) / LINE), 0);

/** What people said, without their line ends, as much of it as stands in so many lines. */
const quoted = (
  said: string,
  lines: number,
  quote: (words: string) => string,
  { language }: Setting,
): string => {
  const words = said
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
  if (widthOf(words) <= lines * LINE) return quote(words);
  const most = Math.floor((lines * LINE * words.length) / widthOf(words));
  return `${quote(cutTo(words, most))}${ORDER[language].cut}`;
};

/** So many of the explanations are printed, a line each: the newest. */
const EXPLANATIONS = 2;

/** A request's supervision order on one page: its matter, the reason, the demand, with room for receipt and answer. */
export function orderPaper(facts: OrderFacts, setting: Setting): Paper {
  const words = ORDER[setting.language];
  const { request, orders } = facts;
  const number = shownNumber(orders.at(-1)?.id ?? request.id);
  const { day, year } = timesIn(setting);
  const issuedAt = orders.at(-1)?.createdAt ?? setting.now;
  const reason = reasonOf(facts, setting);
  const done = doneSoFar(facts, setting);
  return {
    layout: 'form',
    language: setting.language,
    title: words.title(setting.town.name),
    under: [words.numbered(number, year(issuedAt)), day(issuedAt)],
    blocks: [
      {
        kind: 'fields',
        label: words.form,
        lines: [
          ...aboutLines(facts, setting),
          [{ label: words.reason, value: reason }],
          [
            {
              label: words.demands,
              value: words.demand(replyBy(facts, setting) ?? words.undated, missedOf(facts).length > 0),
            },
          ],
          [
            {
              label: words.done,
              value: done,
              free: Math.max(FREE.done, ROOM - linesOf(reason) - linesOf(done)),
            },
          ],
          [{ label: words.receipt, value: words.signature, free: FREE.signed }],
          [{ label: words.reply, value: words.replied, free: FREE.signed }],
          [{ label: words.leader, value: '', free: FREE.leader }],
        ],
      },
      { kind: 'issued', lines: [words.issuer(setting.town.name), day(setting.now)] },
    ],
    file: `${setting.town.id}-supervision-order-${request.id}`,
  };
}

function replyBy({ orders }: OrderFacts, setting: Setting): string | undefined {
  const due = orders.at(-1)?.dueAt;
  return due === undefined ? undefined : timesIn(setting).moment(due);
}

function aboutLines(facts: OrderFacts, setting: Setting): Field[][] {
  const words = ORDER[setting.language];
  const { channels, paths } = REQUESTS[setting.language];
  const { request, orders } = facts;
  const { moment } = timesIn(setting);
  const { place, grid, ownerName, handlerName, dueAt } = request;
  const responsible = orders.at(-1)?.responsibleName ?? handlerName ?? ownerName;
  return [
    [
      { label: words.request, value: shownNumber(request.id) },
      { label: words.source, value: channels[request.channel] },
    ],
    [
      { label: words.category, value: facts.categoryName(request.category) },
      { label: words.path, value: paths[request.path] },
    ],
    [
      { label: words.place, value: placeText(place, grid, setting) },
      { label: words.received, value: moment(request.createdAt) },
    ],
    [
      { label: words.owner, value: ownerName ?? words.nobody },
      { label: words.responsible, value: responsible ?? words.nobody },
    ],
    [
      { label: words.due, value: dueAt === undefined ? '' : moment(dueAt) },
      { label: words.replyBy, value: replyBy(facts, setting) ?? '' },
    ],
  ];
}

/** Where it is: the village and group, and the grid it lies in. */
export function placeText(
  place: string | undefined,
  grid: number | undefined,
  { language }: Setting,
): string {
  const { unplaced, gridNumber } = REQUESTS[language];
  if (place === undefined) return grid === undefined ? unplaced : gridNumber(grid);
  return grid === undefined ? place : ORDER[language].inGrid(place, grid);
}

/** The deadlines for which there was a red card. */
const missedOf = ({ request: { timeline } }: OrderFacts): readonly string[] => [
  ...new Set(timeline.flatMap(({ type, due }) => (type === 'red-card' && due ? [due] : []))),
];

/** The report, and the fault in how it was dealt with; the report is not printed where it may say who made it. */
function reasonOf(facts: OrderFacts, setting: Setting): string {
  const { request, person } = facts;
  const missed = missedOf(facts);
  const words = ORDER[setting.language];
  const { moment } = timesIn(setting);
  const { timeline, silences, dueAt, closedAt, pausedSince } = request;
  const unsatisfied = timeline.filter(({ type }) => type === 'unsatisfied').length;
  const late =
    dueAt === undefined || closedAt !== undefined || pausedSince ? 0 : setting.now - Date.parse(dueAt);
  const said =
    person &&
    (person.nameWithheld || request.sealed || request.complains
      ? words.withheld
      : quoted(person.description, 3, words.said, setting));
  return [
    ...(said === undefined ? [] : [said]),
    ...missed.map((due) => words.missed(moment(due))),
    ...(late > 0 && missed.length > 0 ? [words.lateBy(timesIn(setting).whole(late))] : []),
    ...(silences > 0 ? [words.silences(silences)] : []),
    ...(unsatisfied > 0 ? [words.dissatisfied(unsatisfied)] : []),
  ].join('\n');
}

/** The words of whoever answers for it, and how it ended; the rest is written by hand. */
function doneSoFar({ request, orders }: OrderFacts, setting: Setting): string {
  const words = ORDER[setting.language];
  const { outcomes } = REQUESTS[setting.language];
  const { moment } = timesIn(setting);
  const notes = orders
    .flatMap(({ timeline }) => timeline)
    .flatMap(({ note, ...entry }) => (note === undefined || note === '' ? [] : [{ ...entry, note }]));
  const newest = notes.slice(-EXPLANATIONS);
  const said = newest.map(({ at, byName = '', note }) =>
    quoted(note, EXPLANATIONS / newest.length, (some) => words.explained(moment(at), byName, some), setting),
  );
  const earlier = notes.length > newest.length ? [words.earlier] : [];
  const { outcome } = request;
  const reason = quoted(outcome?.reason ?? '', 1, (some) => some, setting);
  const ended = outcome && [outcomes[outcome.as], reason].filter(Boolean).join(' · ');
  return [...earlier, ...said, ...(ended ? [words.outcome(ended)] : [])].join('\n');
}
