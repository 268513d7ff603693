import { moneyText } from '../../../domain/words/money-text.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { shownPhone } from '../../../contracts/pages/telephone.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import type { BillAnswer, TextRow } from '../../../contracts/console/texts.js';
import type { TaskRow } from '../../../contracts/console/work.js';
import { BILL } from '../bill/words.js';
import { EMERGENCY } from '../emergencies/words.js';
import { REQUESTS } from '../requests/words.js';
import { TEXTS } from '../texts/words.js';
import { WORK } from '../work/words.js';
import { type OrderFacts, placeText } from './order-paper.js';
import type { Block, Field, Paper } from './paper.js';
import { listed, type Setting, timesIn } from './setting.js';
import { CASE } from './words.case.js';
import { ORDER } from './words.order.js';

/** The facts for a case file. Parts that are missing are for others to see. */
export interface CaseFacts extends OrderFacts {
  readonly tasks: readonly TaskRow[];
  readonly texts?: readonly TextRow[] | undefined;
  readonly bill?: BillAnswer | undefined;
}

type Section = readonly [title: string, blocks: readonly Block[]];

/** Everything that is known of a request, in sections, as far as whoever makes it may see. */
export function casePaper(facts: CaseFacts, setting: Setting): Paper {
  const words = CASE[setting.language];
  const { request } = facts;
  const sections: Section[] = [
    [words.overview, [overview(facts, setting)]],
    [words.resident, residentBlocks(facts, setting)],
    ...applicationSection(facts, setting),
    ...programmeSection(facts, setting),
    ...photoSection(facts, setting),
    [words.timeline, [timelineTable(request, setting)]],
    [words.asks, [askTable(request, setting)]],
    [words.verdicts, verdictBlocks(request, setting)],
    [words.corrections, correctionBlocks(request, setting)],
    ...petitionSection(request, setting),
    ...reviewSection(request, setting),
    [words.orders, taskBlocks(facts, setting)],
    ...textSection(facts, setting),
    ...costSection(facts, setting),
    [words.register, registerBlocks(facts, setting)],
  ];
  return {
    layout: 'form',
    language: setting.language,
    title: words.title(setting.town.name),
    under: [words.numbered(shownNumber(request.id)), request.sealed ? words.sealed : ''],
    blocks: [
      ...sections.flatMap(([title, blocks], nth): Block[] => [
        { kind: 'heading', text: words.section(nth, title) },
        ...blocks,
      ]),
      {
        kind: 'issued',
        lines: [ORDER[setting.language].issuer(setting.town.name), timesIn(setting).day(setting.now)],
      },
    ],
    file: `${setting.town.id}-case-file-${request.id}`,
  };
}

function overview({ request, categoryName }: CaseFacts, setting: Setting): Block {
  const words = CASE[setting.language];
  const order = ORDER[setting.language];
  const console = REQUESTS[setting.language];
  const { moment } = timesIn(setting);
  const { closedAs, closedAt, status, outcome, yuan, joinedTo, pauses, dueAt } = request;
  const ended = outcome && [console.outcomes[outcome.as], outcome.reason].filter(Boolean).join(' · ');
  const paused = pauses.map(({ from, to, why }) =>
    [
      console.pauseReasons[why],
      moment(from),
      to === undefined ? console.still : console.until(moment(to)),
    ].join(' · '),
  );
  const line = (label: string, value: string | undefined): Field => ({ label, value: value ?? words.none });
  return {
    kind: 'fields',
    label: words.overview,
    lines: [
      [line(order.category, categoryName(request.category)), line(order.path, console.paths[request.path])],
      [
        line(order.place, placeText(request.place, request.grid, setting)),
        line(order.source, console.channels[request.channel]),
      ],
      [
        line(order.received, moment(request.createdAt)),
        line(words.status, closedAs ? console.closedAs[closedAs] : console.statuses[status]),
      ],
      [line(order.owner, request.ownerName ?? order.nobody), line(words.handler, request.handlerName)],
      [line(words.due, dueAt && moment(dueAt)), line(words.closed, closedAt && moment(closedAt))],
      [
        line(words.result, ended),
        line(
          words.aid,
          yuan === undefined ? undefined : moneyText(yuan, setting.language, setting.town.currency),
        ),
      ],
      ...(joinedTo === undefined ? [] : [[line(words.joinedTo, shownNumber(joinedTo))]]),
      ...(paused.length === 0 ? [] : [[line(words.pauses, paused.join('\n'))]]),
    ],
  };
}

function residentBlocks({ person }: CaseFacts, setting: Setting): Block[] {
  const words = CASE[setting.language];
  if (!person) return [{ kind: 'note', text: words.notShown }];
  const { name, phone, filedBy, description, location, nameWithheld } = person;
  const phoneOf = (number: string): string => shownPhone(number, setting.town.number);
  const called = listed([name ?? words.unnamed, nameWithheld && words.withheldName], setting);
  return [
    {
      kind: 'fields',
      label: words.resident,
      lines: [
        [
          { label: words.name, value: called },
          { label: words.phone, value: phoneOf(phone) },
        ],
        ...(filedBy
          ? [[{ label: words.filedBy, value: listed([filedBy.name, phoneOf(filedBy.phone)], setting) }]]
          : []),
        ...(location ? [[{ label: words.location, value: `${location.lat}, ${location.lng}` }]] : []),
        [{ label: words.words, value: description }],
      ],
    },
  ];
}

function applicationSection({ person }: CaseFacts, setting: Setting): Section[] {
  if (!person?.application) return [];
  const words = CASE[setting.language];
  const { application, exception } = person;
  const table: Block = {
    kind: 'table',
    label: words.application,
    head: [words.formField, words.filledIn],
    widths: [4, 6],
    rows: application.map(({ label, value }) => [label, value]),
  };
  const against: Block[] = exception
    ? [{ kind: 'note', text: words.exception(listed(exception.unmet, setting), exception.reason) }]
    : [];
  return [[words.application, [table, ...against]]];
}

function programmeSection({ request: { coordination } }: CaseFacts, { language }: Setting): Section[] {
  if (!coordination) return [];
  const words = CASE[language];
  const { states, refused } = REQUESTS[language].programme;
  const table: Block = {
    kind: 'table',
    label: words.programme,
    caption: coordination.programme,
    head: [words.stage, words.steps, words.state],
    widths: [3, 6, 2],
    rows: coordination.stages.map(({ name, steps, state }) => [
      name,
      listed(
        steps.map((step) => (step.done ? words.stepDone(step.name) : step.name)),
        { language },
      ),
      states[state],
    ]),
  };
  const { by, byName = by, reason = '' } = coordination.refused ?? { by: '' };
  return [
    [
      words.programme,
      [table, ...(by === '' ? [] : [{ kind: 'note' as const, text: refused(byName, reason) }])],
    ],
  ];
}

function photoSection({ request: { photos } }: CaseFacts, setting: Setting): Section[] {
  if (!photos) return [];
  const words = CASE[setting.language];
  const table: Block = {
    kind: 'table',
    label: words.photos,
    head: [words.nth, words.taken, words.by],
    widths: [1, 4, 4],
    rows: photos.map(({ at, byName }, nth) => [
      String(nth + 1),
      timesIn(setting).moment(at),
      byName ?? words.ofResident,
    ]),
  };
  return [[words.photos, [table, { kind: 'note', text: words.photosKept }]]];
}

const said = (text: string, note: string | undefined): string =>
  note === undefined || note === '' || text.includes(note) ? text : `${text}\n${note}`;

function timelineTable({ timeline }: ConsoleRequest, setting: Setting): Block {
  const words = CASE[setting.language];
  return {
    kind: 'table',
    label: words.timeline,
    head: [words.at, words.what, words.who],
    widths: [3, 6, 3],
    rows: timeline.map(({ at, text, note, byName, toName }) => [
      timesIn(setting).moment(at),
      said(text, note),
      [...new Set([byName, toName])].filter((name) => name !== undefined).join(' → '),
    ]),
  };
}

function askTable({ asks }: ConsoleRequest, setting: Setting): Block {
  const words = CASE[setting.language];
  const { kinds, resident } = REQUESTS[setting.language].ask;
  const { moment } = timesIn(setting);
  return {
    kind: 'table',
    label: words.asks,
    head: [words.what, words.to, words.asked, words.until, words.answer],
    widths: [2, 2, 3, 3, 5],
    rows: asks.map(({ kind, to, toName, askedAt, due, answer, state }) => [
      kinds[kind] ?? kind,
      to === 'resident' ? resident : (toName ?? to),
      moment(askedAt),
      moment(due),
      answer === undefined
        ? state === 'open'
          ? words.notYet
          : words.noAnswer
        : [answer.label ?? answer.option, answer.byName, moment(answer.at), answer.note]
            .filter(Boolean)
            .join(' · '),
    ]),
  };
}

const entryTable = (entries: ConsoleRequest['timeline'], label: string, setting: Setting): Block => {
  const words = CASE[setting.language];
  return {
    kind: 'table',
    label,
    head: [words.at, words.what],
    widths: [3, 9],
    rows: entries.map(({ at, text, note }) => [timesIn(setting).moment(at), said(text, note)]),
  };
};

function verdictBlocks({ timeline }: ConsoleRequest, setting: Setting): Block[] {
  const words = CASE[setting.language];
  const given = timeline.filter(
    ({ type }) => type === 'satisfied' || type === 'unsatisfied' || type === 'no-answer',
  );
  return given.length === 0
    ? [{ kind: 'note', text: words.noVerdict }]
    : [entryTable(given, words.verdicts, setting)];
}

function correctionBlocks({ timeline }: ConsoleRequest, setting: Setting): Block[] {
  const words = CASE[setting.language];
  const corrected = timeline.filter(({ type }) => type === 'corrected');
  return corrected.length === 0
    ? [{ kind: 'note', text: words.noCorrections }]
    : [entryTable(corrected, words.corrections, setting)];
}

function petitionSection({ petition }: ConsoleRequest, setting: Setting): Section[] {
  if (!petition) return [];
  const words = CASE[setting.language];
  const console = REQUESTS[setting.language].petition;
  const { moment } = timesIn(setting);
  const at = (time: string | undefined): string => (time === undefined ? words.none : moment(time));
  const held = petition.sessions.map((session) =>
    [moment(session.at), session.byName, console.results[session.result]].filter(Boolean).join(' · '),
  );
  const fields: Block = {
    kind: 'fields',
    label: words.petition,
    lines: [
      [
        { label: console.takeUpBy, value: moment(petition.takeUpBy) },
        { label: console.takenUpAt, value: at(petition.takenUpAt) },
      ],
      [
        {
          label: console.parties,
          value: petition.parties === undefined ? words.none : String(petition.parties),
        },
        { label: console.settledAt, value: at(petition.settledAt) },
      ],
      [{ label: words.mediation, value: held.length === 0 ? words.none : held.join('\n') }],
      [{ label: console.settlement, value: petition.settlement ?? words.none }],
    ],
  };
  return [[words.petition, [fields]]];
}

function reviewSection({ review }: ConsoleRequest, setting: Setting): Section[] {
  if (!review) return [];
  const words = CASE[setting.language];
  const console = EMERGENCY[setting.language].review;
  const { moment } = timesIn(setting);
  const table: Block = {
    kind: 'table',
    label: words.review,
    head: [words.milestone, words.at, words.minutes, words.limit, console.verdict],
    widths: [3, 4, 2, 2, 2],
    rows: review.milestones.map(({ milestone, at, minutes, limit, isLate }) => [
      console.names[milestone],
      at === undefined ? console.notReached : moment(at),
      String(minutes ?? ''),
      String(limit ?? ''),
      isLate ? console.late : at === undefined ? '' : console.inTime,
    ]),
  };
  const { ended } = review;
  const how = ended
    ? [console.hows[ended.how], ended.byName, moment(ended.at), ended.note]
    : [console.running];
  return [
    [words.review, [table, { kind: 'note', text: `${console.ended}: ${how.filter(Boolean).join(' · ')}` }]],
  ];
}

function taskBlocks({ tasks }: CaseFacts, setting: Setting): Block[] {
  const words = CASE[setting.language];
  const { kinds, results, task, kind: kindHead } = WORK[setting.language].tasks;
  const { moment } = timesIn(setting);
  if (tasks.length === 0) return [{ kind: 'note', text: words.noOrders }];
  return [
    {
      kind: 'table',
      label: words.orders,
      head: [task, kindHead, words.asked, words.to, words.result],
      widths: [2, 2, 3, 2, 3],
      rows: tasks.map(({ id, kind, createdAt, askedName, asked, result, dueAt }) => [
        shownNumber(id),
        kinds[kind],
        moment(createdAt),
        askedName ?? asked ?? '',
        result === undefined
          ? [words.notYet, dueAt && moment(dueAt)].filter(Boolean).join(' · ')
          : results[result],
      ]),
    },
  ];
}

function textSection({ texts }: CaseFacts, setting: Setting): Section[] {
  if (!texts) return [];
  const words = CASE[setting.language];
  const { directions, states } = TEXTS[setting.language];
  const table: Block = {
    kind: 'table',
    label: words.texts,
    head: [words.at, words.status, words.number, words.text],
    widths: [3, 2, 3, 7],
    // The log gives the latest first; a file is read from its beginning.
    rows: texts
      .toReversed()
      .map(({ at, direction, number, staffName, body, state }) => [
        timesIn(setting).moment(at),
        state === 'sent' || state === 'received' ? directions[direction] : states[state],
        [shownPhone(number, setting.town.number), staffName].filter(Boolean).join('\n'),
        body,
      ]),
  };
  return [[words.texts, [table, { kind: 'note', text: words.textsMasked }]]];
}

function costSection({ bill }: CaseFacts, { language }: Setting): Section[] {
  if (!bill) return [];
  const words = CASE[language];
  const console = BILL[language];
  const dollars = (amount: number | null): string =>
    amount === null
      ? console.unpriced
      : new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(amount);
  const table: Block = {
    kind: 'table',
    label: words.cost,
    head: [words.item, words.count, words.amount],
    widths: [5, 3, 3],
    rows: bill.lines.map(({ what, count, amount }) => [
      console.lines[what],
      new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(count),
      dollars(amount),
    ]),
  };
  const total = console.total(`US$ ${dollars(bill.total)}`, bill.dated);
  return [
    [words.cost, [table, { kind: 'note', text: bill.complete ? total : `${total} ${console.incomplete}` }]],
  ];
}

/** Who put it together, with room to sign, and what is not in it. */
function registerBlocks({ person, texts, bill }: CaseFacts, setting: Setting): Block[] {
  const words = CASE[setting.language];
  const missing = [
    ...(person ? [] : [words.resident]),
    ...(texts ? [] : [words.texts]),
    ...(bill ? [] : [words.cost]),
  ];
  return [
    ...(missing.length === 0
      ? []
      : [{ kind: 'note' as const, text: words.leftOut(listed(missing, setting)) }]),
    {
      kind: 'fields',
      label: words.register,
      lines: [
        [
          { label: words.compiled, value: '' },
          { label: words.checked, value: '' },
        ],
        [{ label: words.dated, value: timesIn(setting).day(setting.now) }],
      ],
    },
  ];
}
