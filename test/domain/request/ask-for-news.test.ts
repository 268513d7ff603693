import { whyAtOnce } from '../../../domain/request/urgency.js';
import { requestId } from '../../../domain/codes/request-id.js';
import { lookedAt, looksOf } from '../../../domain/access/looks.js';
import { askForNews } from '../../../domain/request/ask-for-news.js';
import { entriesOf } from '../../../domain/request/timeline.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const HOUR = 3_600_000;
const rules = rulesFor('street-light');
const accepted = () => Play.begin(aRequest(), rules).answer('accept').record;

describe('asking for news', () => {
  it('tells whoever has it now, and again only after a day', () => {
    const first = askForNews(accepted(), rules, MONDAY_9_AM);
    expect(first?.notices.map(({ to, text }) => [to, text])).toEqual([[{ staff: 'a1' }, 'told-news-asked']]);
    const record = first?.record ?? accepted();
    // Too soon again, only what the first time did not reach anybody with is sent: as that, and nothing is saved.
    const again = askForNews(record, rules, MONDAY_9_AM + 23 * HOUR);
    expect([again?.record, again?.askedAt]).toEqual([undefined, MONDAY_9_AM]);
    const later = askForNews(record, rules, MONDAY_9_AM + 24 * HOUR);
    expect([later?.askedAt, later?.notices.length]).toEqual([MONDAY_9_AM + 24 * HOUR, 1]);
  });

  it('tells the duty desk while nobody has it', () => {
    expect(askForNews(nowhere(), rules, MONDAY_9_AM)?.notices.map(({ to }) => to)).toEqual([{ staff: 'd1' }]);
  });

  it.each([
    ['is closed', { closedAs: 'satisfied', status: 'closed' }],
    ['waits for its resident', { status: 'awaiting_confirmation' }],
  ] as const)('tells nobody of a request that %s', (_, changes) => {
    expect(askForNews({ ...accepted(), ...changes }, rules, MONDAY_9_AM)).toBeUndefined();
  });

  it('stands in the timeline five times at most: the record stays small', () => {
    let record = accepted();
    for (let day = 0; day < 8; day += 1)
      record = askForNews(record, rules, MONDAY_9_AM + day * 24 * HOUR)?.record ?? record;
    expect(entriesOf(record, 'news-asked')).toHaveLength(5);
    expect(record.newsAskedAt).toBe(MONDAY_9_AM + 7 * 24 * HOUR);
  });
});

it('who looked is told by role and time, once a day, the latest first; what was written before there were roles is not', () => {
  const look = (hours: number, who: string, role?: 'duty-desk' | 'town-cadre') => ({
    at: MONDAY_9_AM + hours * HOUR,
    who,
    role,
  });
  const looks = looksOf(
    [
      look(0, 'd1', 'duty-desk'),
      look(2, 'd1', 'duty-desk'),
      look(1, 'a1', 'town-cadre'),
      look(26, 'd1', 'duty-desk'),
      look(3, 'old'),
    ],
    'Asia/Shanghai',
  );
  expect(looks.map(({ at, role }) => [(at - MONDAY_9_AM) / HOUR, role])).toEqual([
    [26, 'duty-desk'],
    [2, 'duty-desk'],
    [1, 'town-cadre'],
  ]);
});

it.each([
  ['request.read', true],
  ['person.read', true],
  ['photo.read', true],
  ['texts.read', true],
  ['phones.read', false],
  ['request.urged', false],
] as const)('%s of a request is told to its resident: %s', (action, isTold) => {
  const subject = requestId(Buffer.from('sample'));
  expect(lookedAt({ action, subject })).toBe(isTold ? subject : undefined);
});

it.each(['told-news-asked', 'told-remark'] as const)(
  '%s of an emergency goes at once, and uses up no text that calls people to one',
  (text) => {
    const emergency = { path: 'emergency', status: 'coordinating', channel: 'web', createdAt: 0 } as const;
    expect(whyAtOnce(emergency, text, rulesFor('gas-leak'), MONDAY_9_AM)).toBe('beside');
  },
);
