import { freshnessOf, placeAt } from '../../../web/wall/freshness.js';

const NOW = Date.parse('2026-08-24T01:00:00Z');

describe('what a wall display says of its figures', () => {
  it.each([
    ['that it opens, before the first answer', {}, 'opening'],
    ['that nobody answers, if the first try failed', { failing: true }, 'unreachable'],
    ['nothing alarming, while answers come', { readAt: NOW - 20_000 }, 'live'],
    ['that the connection is lost, with the first try that fails', { readAt: NOW, failing: true }, 'lost'],
    [
      'the same when calls hang, and no answer comes for longer than four looks',
      { readAt: NOW - 81_000 },
      'lost',
    ],
  ] as const)('is %s', (_, looked, expected) => {
    expect(freshnessOf({ failing: false, ...looked }, NOW)).toBe(expected);
  });
});

describe('where a picture that always stands is drawn', () => {
  const minutes = Array.from({ length: 120 }, (_, minute) => placeAt(NOW + minute * 60_000));

  it('moves every minute, by less than the margin', () => {
    const far = minutes.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.max(...far)).toBeLessThan(2);
    const same = minutes.slice(1).filter(({ x, y }, at) => x === minutes[at]?.x && y === minutes[at]?.y);
    expect(same).toEqual([]);
  });

  it('changes its sides every hour', () => {
    expect(minutes.filter(({ mirrored }) => mirrored)).toHaveLength(60);
  });
});
