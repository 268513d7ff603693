import { whenToText } from '../../../domain/deadlines/quiet-hours.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { FIRST_ANSWERS } from '../../../domain/request/urgency.js';
import { mostParts } from '../../../domain/texts/fit-words.js';
import { MUST_ACT } from '../../../domain/texts/must-act.js';
import { smsParts } from '../../../domain/texts/sms-parts.js';
import { TEXT_KEYS, type TextKey } from '../../../domain/texts/text-keys.js';
import type { MonthRecord } from '../month-record.js';
import { textReader } from '../read-ask.js';
import type { Rule } from './rule.js';

const isKey = (key: string): key is TextKey => Object.hasOwn(TEXT_KEYS, key);

/** Texts that are longer than the carrier should be paid for; what nobody knows may be as long as most. */
function isTooLong({ town }: MonthRecord): (body: string) => boolean {
  const read = textReader(town);
  return (body) => {
    const { parts } = smsParts(body);
    if (parts <= 2) return false;
    const { key = '' } = read(body) ?? {};
    return !isKey(key) || parts > mostParts(key);
  };
}

/** Texts of an emergency, which name no request by its number. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'ask-placement',
  'ask-report-emergency-duplicate',
  'told-emergency',
]);

/** Texts of the quiet hours that may be sent then: an answer to who just wrote, and whatever an emergency needs. */
function disturbs({ town, requests }: MonthRecord): (body: string) => boolean {
  const read = textReader(town);
  const urgent = new Set(requests.filter(({ path }) => path === 'emergency').map(({ id }) => id));
  const texted = new Set(requests.filter(({ channel }) => channel === 'sms').map(({ id }) => id));
  return (body) => {
    const { key = '', values = {} } = read(body) ?? {};
    const request = readRequestId(values['request'] ?? '');
    const isEmergency = request !== undefined && urgent.has(request);
    const isAnswer =
      key.startsWith('reply-') || (isKey(key) && FIRST_ANSWERS.has(key) && texted.has(request ?? ''));
    return !isEmergency && !isAnswer && !AT_ONCE.has(key);
  };
}

/** Characters by which words are looked for together. */
const BEGINNING = 3;

/** Which of the words stand in a text: it is so long that only their few beginnings are looked for in all of it. */
function standingIn(text: string, words: Iterable<string>): string[] {
  const alikes = new Map<string, string[]>();
  for (const one of words) {
    const beginning = one.slice(0, BEGINNING);
    const alike = alikes.get(beginning);
    if (alike) alike.push(one);
    else alikes.set(beginning, [one]);
  }
  const found: string[] = [];
  for (const [beginning, alike] of alikes) {
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1))
      found.push(...alike.filter((one) => text.startsWith(one, at)));
  }
  return [...new Set(found)];
}

/** Whether whoever must act is not told what happened in the sender's words, where, whom to call or until when. */
function lacksSomething({ town }: MonthRecord): (body: string) => boolean {
  const read = textReader(town);
  const places = [...town.villages, ...town.grids].flatMap(({ name }) => [name['zh-CN'], name.en]);
  return (body) => {
    const { key = '' } = read(body) ?? {};
    if (!isKey(key) || !MUST_ACT.has(key)) return false;
    const hasPlace = /地点不明|place unknown/.test(body) || places.some((place) => body.includes(place));
    return !hasPlace || !/[“"].+[”"]/.test(body) || !/\d{7}/.test(body) || !/\d:\d\d/.test(body);
  };
}

/** How often the same thing was asked of the same number by a text of its own, and how often that may be. */
function remindedTooOften(month: MonthRecord): string[] {
  const read = textReader(month.town);
  const asked = new Map<string, number>();
  for (const { to, body } of month.cloud.sms.sent()) {
    const { key = '', values = {} } = read(body) ?? {};
    const request = readRequestId(values['request'] ?? '');
    if (!key.startsWith('ask-') || request === undefined) continue;
    asked.set(`${request} ${key} ${to}`, (asked.get(`${request} ${key} ${to}`) ?? 0) + 1);
  }
  const once = 1 + month.town.settings.limits.reminders;
  const rounds = new Map(month.requests.map((request) => [request.id, roundsOf(request)]));
  return [...asked].flatMap(([one, times]) =>
    times > once * (rounds.get(one.slice(0, one.indexOf(' '))) ?? Infinity) ? [`${one}: ${times} times`] : [],
  );
}

/** Texts after which the same question is a new one. */
const ANEW: ReadonlySet<string> = new Set([
  'extended',
  'reopened',
  'transferred',
  'aid',
  'session',
  'undone',
  'unpaused',
  'resumed',
  'declined',
]);

/** How often somebody could be asked the same thing anew; in an emergency people are called, not reminded. */
const roundsOf = ({ path, timeline }: RequestRecord): number =>
  path === 'emergency' ? Infinity : 1 + timeline.filter(({ type }) => ANEW.has(type)).length;

/** The rules for every text of a month, and for everything that was written down. */
export const TEXT_RULES: readonly Rule[] = [
  {
    rule: 'every text is signed and fits two parts, what calls for help three',
    broken: (month) => {
      const { signature } = month.town.settings.sms;
      const isLong = isTooLong(month);
      return month.cloud.sms
        .sent()
        .filter(
          ({ body }) =>
            isLong(body) || (!body.startsWith(signature['zh-CN']) && !body.startsWith(signature.en)),
        )
        .map(({ body }) => body);
    },
  },
  {
    rule: 'whoever must act reads what happened, where, whom to call and until when',
    broken: (month) => {
      const lacks = lacksSomething(month);
      return month.cloud.sms.sent().flatMap(({ body }) => (lacks(body) ? [body] : []));
    },
  },
  { rule: 'nobody is reminded of one thing by more texts than the town allows', broken: remindedTooOften },
  {
    rule: 'nobody is texted in the quiet hours, but in an emergency or in answer to a text of theirs',
    broken: (month) => {
      const isWrong = disturbs(month);
      return month.cloud.sms
        .sent()
        .filter(({ at }) => whenToText(at, month.town.settings) > at)
        .filter(({ body }) => isWrong(body))
        .map(({ at, body }) => `${new Date(at).toISOString()} ${body}`);
    },
  },
  {
    rule: 'nothing that somebody typed stands in an execution or a log line',
    broken: ({ people, written }) => standingIn(written, people.typed),
  },
];
