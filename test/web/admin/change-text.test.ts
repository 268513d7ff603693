import { countFigures } from '../../../domain/statistics/count-figures.js';
import type { Figures } from '../../../domain/statistics/figures.js';
import { changeText } from '../../../web/admin/statistics/change-text.js';

const NOTHING = countFigures({ requests: [], visits: [], receptions: [], causes: [] }, { from: 0, to: 1 });
const figures = (changes: Partial<Figures>): Figures => ({ ...NOTHING, ...changes });
const rate = (part: number, of: number) => ({ saidSolved: { part, of, share: of === 0 ? null : part / of } });

it.each([
  ['more', figures({ received: 12 }), figures({ received: 9 }), 'received', '↑ 3 more · before: 9'],
  ['fewer', figures({ received: 2 }), figures({ received: 9 }), 'received', '↓ 7 fewer · before: 9'],
  ['the same', figures({ received: 9 }), figures({ received: 9 }), 'received', '= the same · before: 9'],
  ['points', figures(rate(9, 10)), figures(rate(3, 4)), 'saidSolved', '↑ 15 points higher · before: 75%'],
  [
    'nothing before',
    figures(rate(9, 10)),
    figures(rate(0, 0)),
    'saidSolved',
    'No figure for the period before',
  ],
  ['a sum of money', figures({ yuan: 900 }), figures({ yuan: 400 }), 'yuan', '↑ 500 more · before: €400'],
  ['nothing now', figures(rate(0, 0)), figures(rate(3, 4)), 'saidSolved', 'before: 75%'],
] as const)('a figure says how it stands to the one before: %s', (_, now, before, figure, text) => {
  expect(changeText(now, { total: before, currency: 'EUR' }, figure, 'en')).toBe(text);
});

it('says it in Chinese', () => {
  expect(
    changeText(figures(rate(1, 2)), { total: figures(rate(3, 4)), currency: 'CNY' }, 'saidSolved', 'zh-CN'),
  ).toBe('↓ 下降25个百分点 · 上期：75%');
});
