import { type DailyBoard, sought, villagesOf } from '../../../contracts/resident/board.js';
import { mayAskNews, takesRemarks } from '../../../contracts/resident/may-add.js';

const AT = Date.parse('2026-08-24T01:00:00Z');

describe('what its resident may do', () => {
  it.each([
    ['one that is worked on', { status: 'accepted' }, 'now', true],
    [
      'one they asked about a moment ago',
      { status: 'accepted', newsAgainAt: '2026-08-25T01:00:00Z' },
      'later',
      true,
    ],
    [
      'one they asked about yesterday',
      { status: 'accepted', newsAgainAt: '2026-08-23T01:00:00Z' },
      'now',
      true,
    ],
    ['one that waits for their word', { status: 'awaiting_confirmation' }, 'never', true],
    [
      'one that was refused: they may object',
      { status: 'closed', closedAs: 'refused', objectUntil: '2026-09-24T01:00:00Z' },
      'never',
      true,
    ],
    [
      'one that was refused too long ago for that',
      { status: 'closed', closedAs: 'refused', objectUntil: '2026-08-23T01:00:00Z' },
      'never',
      false,
    ],
    ['one that is closed', { status: 'closed', closedAs: 'satisfied' }, 'never', false],
  ] as const)('with %s', (_, request, news, remarks) => {
    expect([mayAskNews(request, AT), takesRemarks(request, AT)]).toEqual([news, remarks]);
  });
});

describe('the board by village', () => {
  const both = (text: string) => ({ 'zh-CN': text, en: text });
  const row = (grid: number, village: string, reported: number): DailyBoard['grids'][number] => ({
    grid,
    name: both(`${village} grid ${grid}`),
    ...(village === '' ? {} : { village: both(village) }),
    reported,
    handled: 1,
    closed: 1,
    carriedOver: 2,
    overdue: 1,
    waiting: {},
    done: [{ name: both('Street light'), count: 1 }],
  });
  const villages = villagesOf({
    grids: [row(0, '', 1), row(1, 'Zhukou', 2), row(2, 'Zhukou', 3), row(3, 'Dongsun', 1)],
  });

  it('puts the grids of a village together, with what got done in them', () => {
    expect(
      villages.map(({ name, reported, open, grids }) => [name?.en, reported, open, grids.length]),
    ).toEqual([
      [undefined, 1, 2, 1],
      ['Zhukou', 5, 4, 2],
      ['Dongsun', 1, 2, 1],
    ]);
    expect(villages[1]?.done).toEqual([{ name: both('Street light'), count: 2 }]);
  });

  it.each([
    ['', 3],
    [' zhu', 1],
    ['grid 3', 1],
    ['2', 1],
    ['nowhere', 0],
  ])('finds for %p so many villages: %p', (typed, count) => {
    expect(sought(villages, typed, 'en')).toHaveLength(count);
  });
});
