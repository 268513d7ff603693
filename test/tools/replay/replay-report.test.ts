import type { ReplayReport } from '../../../tools/replay/comparison.js';
import { reportOf } from '../../../tools/replay/comparison.js';
import { drawReport } from '../../../tools/replay/draw-report.js';
import { printReport } from '../../../tools/replay/print-report.js';
import { REPLAY_WORDS } from '../../../tools/replay/replay-words.js';
import { sampleTown } from '../../towns/sample-town.js';

const aCase = (id: string, grid: number | undefined, overdue: number) => ({
  id,
  path: 'coordinated' as const,
  grid,
  before: { overdue: 0, escalations: 1, yellow: 1, red: 0 },
  after: { overdue, escalations: 1 + 3 * overdue, yellow: 1, red: overdue },
  isFaithful: true,
});

const AGAIN = {
  village: 'zhukou',
  group: 5,
  category: 'street-light',
  foundAt: Date.parse('2026-10-20T09:00:00+08:00'),
  requests: ['AAAA', 'EEEE', 'FFFF'],
};

const report = (): ReplayReport =>
  reportOf(
    {
      cases: [aCase('AAAA', 52, 1), aCase('BBBB', 1, 0), aCase('CCCC', undefined, 1)],
      causes: { before: [], after: [AGAIN] },
      leftOut: ['DDDD'],
    },
    {
      town: sampleTown(),
      from: '2026-10-01',
      to: '2026-10-31',
      changes: [{ path: 'paths.coordinated.settleWithin.workingDays', before: 5, after: 3 }],
    },
  );

describe('the report of a replay', () => {
  it('adds up the whole, the paths and the grids, in their order, and names the cases that go otherwise', () => {
    expect(report()).toMatchObject({
      faithful: 3,
      total: { cases: 3, before: { overdue: 0, escalations: 3 }, after: { overdue: 2, escalations: 9 } },
      paths: [{ id: 'coordinated', cases: 3 }],
      grids: [{ id: '1' }, { id: '52' }, { id: 'none' }],
      changed: [{ id: 'AAAA' }, { id: 'CCCC' }],
    });
  });

  it.each(['en', 'zh-CN'] as const)('is printed with its numbers and bars to one scale (%s)', (language) => {
    const words = REPLAY_WORDS[language];
    const text = printReport(report(), words);
    expect(text).toContain(`${words.changed}: paths.coordinated.settleWithin.workingDays: 5 -> 3`);
    expect(text).toContain('DDDD');
    const bars = text.split('\n').flatMap((line) => /█+ \d+$/.exec(line)?.[0] ?? []);
    const scaled = bars.map((bar) => [bar.replaceAll(/[^█]/g, '').length, Number(bar.split(' ')[1])]);
    expect(scaled).toEqual([
      [40, 2],
      [14, 3],
      [40, 9],
      [40, 2],
      [40, 1],
      [40, 1],
      [10, 1],
      [10, 1],
      [10, 1],
      [40, 4],
      [10, 1],
      [40, 4],
      [40, 1],
      [40, 1],
    ]);
  });

  it('says what comes again at one place, since when its cause would be looked for, and how often', () => {
    const text = printReport(report(), REPLAY_WORDS['zh-CN']);
    expect(text).toContain('改前0处，改后1处');
    expect(text).toContain('朱口村5组 路灯  2026-10-20  3');
  });

  it('says so when no case came in', () => {
    const none = reportOf(
      { cases: [], causes: { before: [], after: [] }, leftOut: [] },
      { town: sampleTown(), from: '2026-10-01', to: '2026-10-31', changes: [] },
    );
    expect(printReport(none, REPLAY_WORDS.en)).toContain('No case came in');
  });

  it('is drawn as one SVG with a title, a bar for each number, and every name escaped', () => {
    const one = report();
    const [row] = one.paths;
    const named = { ...one, paths: row ? [{ ...row, name: { 'zh-CN': '<a> & b', en: '<a> & b' } }] : [] };
    const svg = drawReport(named, REPLAY_WORDS.en);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title"/);
    expect(svg).toContain('&lt;a&gt; &amp; b');
    expect(svg).not.toContain('<a>');
    // A path and three grids, three measures, before and after; two for the legend and one for the ground.
    expect(svg.match(/<rect /g)).toHaveLength(4 * 3 * 2 + 2 + 1);
  });
});
