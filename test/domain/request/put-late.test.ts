import { deadline } from '../../../domain/deadlines/deadline.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { putLate } from '../../../domain/request/put-late.js';
import type { Allowance } from '../../../domain/town/allowance.js';
import { aRequest, nowhere } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const HOUR = 3_600_000;
const town = caseTown();
const { settings } = town;

const street = () => Play.begin(aRequest(), rulesFor('street-light', town));
const programme = () =>
  Play.begin(aRequest({ category: 'surgery' }), rulesFor('surgery', town)).answer('accept');

type Put = readonly [what: string, play: () => Play, late: number, within: Allowance];
const { paths } = settings;
const DAY = 24 * HOUR;
const ASKS: readonly Put[] = [
  ['the grid, to take it', street, 8 * HOUR, paths['same-day'].acceptWithin],
  ['the next in line', () => street().untilDue().silent(), 9 * HOUR, paths['same-day'].acceptWithin],
  [
    'the desk, to place it',
    () => Play.begin(nowhere(), rulesFor('street-light', town)),
    26 * HOUR,
    settings.placeWithin,
  ],
  [
    'its owner, for the outcome that was due meanwhile',
    () => street().answer('accept'),
    2 * DAY,
    paths['same-day'].acceptWithin,
  ],
  ['for a step of a programme', programme, 4 * DAY, { workingDays: 3 }],
  [
    'the resident, whether it is done',
    () => street().answer('accept').answer('done'),
    4 * DAY,
    settings.confirmWithin,
  ],
];

/** The ask that is open, as it is put so much later. */
function late(play: Play, by: number) {
  const ask = play.open();
  const at = ask.askedAt + by;
  const record = putLate(play.record, play.rules, ask.n, at);
  return { ask, at, record, now: plannedAsk(record, ask.n) };
}

describe('an ask that could not be put when it was planned', () => {
  it.each(ASKS)('of %s is open as long as the town gives, from when it is put', (_, play, by, within) => {
    const { ask, at, now } = late(play(), by);
    expect(ask.until).toBeLessThan(at);
    expect(now).toEqual({ ...ask, askedAt: at, until: deadline(at, within, settings), late: true });
  });

  it('in an emergency is open for its five minutes', () => {
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesFor('gas-leak', town));
    const [ask] = play.record.asks;
    const at = (ask?.askedAt ?? 0) + HOUR;
    const record = putLate(play.record, play.rules, ask?.n ?? 0, at);
    expect(plannedAsk(record, ask?.n ?? 0)?.until).toBe(at + 300_000);
  });

  it('leaves what the resident was promised as it is, and everything else', () => {
    const play = street().answer('accept');
    const { record } = late(play, 2 * DAY);
    expect(record.dueAt).toBe(play.record.dueAt);
    expect({ ...record, asks: [] }).toEqual({ ...play.record, asks: [] });
  });

  it('is not moved by a try that comes soon, nor by a second one', () => {
    const play = street();
    expect(late(play, 30_000).record).toBe(play.record);
    const once = late(play, 8 * HOUR);
    expect(putLate(once.record, play.rules, once.ask.n, once.at + 30_000)).toBe(once.record);
  });

  it('never has less time than it was to have', () => {
    const play = programme();
    const { ask, now } = late(play, 2 * HOUR);
    expect(now?.until).toBe(ask.until);
  });

  it('counts as silent when its own time is over, and not when the wait for it is', () => {
    const play = street();
    const { ask, record, now } = late(play, 8 * HOUR);
    play.record = record;
    play.at = ask.askedAt + 9 * HOUR;
    for (let tries = 0; tries < 8; tries += 1) {
      play.later(60_000);
      play.act({ action: 'silent', ask: ask.n, at: play.at });
      expect(play.next.to).toBe('accept');
      expect(play.asked).toEqual(['a1']);
    }
    expect(play.next.ask).toEqual({ n: ask.n, timeoutSeconds: ((now?.until ?? 0) - play.at) / 1000 });
    play.untilDue().silent();
    expect(play.asked).toEqual(['b1']);
  });

  it('of the resident keeps the request open until its own time is over', () => {
    const play = street().answer('accept').answer('done');
    const { ask, record, now } = late(play, 4 * DAY);
    play.record = record;
    play.at = ask.askedAt + 4 * DAY + HOUR;
    play.act({ action: 'close', at: play.at });
    expect([play.next.to, play.record.status]).toEqual(['confirm', 'awaiting_confirmation']);
    play.at = now?.until ?? 0;
    play.act({ action: 'close', at: play.at });
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'no_answer' });
  });

  it('of the resident keeps nothing open that the desk referred to others', () => {
    const play = street().answer('accept').answer('done');
    const { record } = late(play, 4 * DAY);
    play.record = { ...record, outcome: { as: 'referred' } };
    play.at += 4 * DAY + HOUR;
    play.act({ action: 'close', at: play.at });
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'referred' });
  });
});
