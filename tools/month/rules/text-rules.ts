import { whenToText } from '../../../domain/calendar/quiet-hours.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { FIRST_ANSWERS } from '../../../domain/request/urgency.js';
import { mostParts } from '../../../domain/texts/fit-words.js';
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

/** What an emergency needs, and names no request by its number. */
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

/** What is checked of every text of a month, and of everything that was written down. */
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
