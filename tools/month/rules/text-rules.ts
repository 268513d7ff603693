import { whenToText } from '../../../domain/calendar/quiet-hours.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { MonthRecord } from '../month-record.js';
import { textReader } from '../read-ask.js';
import type { Rule } from './rule.js';

/** Two parts of 67 characters. */
const LONGEST_TEXT = 134;

/** Texts of the quiet hours that may be sent then: an answer to who just wrote, and whatever an emergency needs. */
function disturbs({ town, requests }: MonthRecord): (body: string) => boolean {
  const read = textReader(town);
  const urgent = new Set(requests.filter(({ path }) => path === 'emergency').map(({ id }) => id));
  return (body) => {
    const { key = '', values = {} } = read(body) ?? {};
    const request = readRequestId(values['request'] ?? '');
    const isEmergency = request !== undefined && urgent.has(request);
    return !isEmergency && !key.startsWith('reply-') && key !== 'ask-placement' && key !== 'told-emergency';
  };
}

/** What is checked of every text of a month, and of everything that was written down. */
export const TEXT_RULES: readonly Rule[] = [
  {
    rule: 'every text is signed and fits two parts',
    broken: ({ cloud, town }) => {
      const { signature } = town.settings.sms;
      return cloud.sms
        .sent()
        .filter(
          ({ body }) =>
            body.length > LONGEST_TEXT ||
            (!body.startsWith(signature['zh-CN']) && !body.startsWith(signature.en)),
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
    broken: ({ people, written }) => [...people.typed].filter((words) => written.includes(words)),
  },
];
