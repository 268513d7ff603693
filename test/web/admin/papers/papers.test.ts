import type { MonthlyReport } from '../../../../contracts/console/report.js';
import type { ConsoleRequest, PersonAnswer } from '../../../../contracts/console/requests.js';
import type { TaskAnswer, TaskRow } from '../../../../contracts/console/work.js';
import { countFigures } from '../../../../domain/statistics/count-figures.js';
import { casePaper } from '../../../../web/admin/papers/case-paper.js';
import { orderPaper } from '../../../../web/admin/papers/order-paper.js';
import type { Paper } from '../../../../web/admin/papers/paper.js';
import { barPicture } from '../../../../web/admin/papers/picture.js';
import { reportPaper } from '../../../../web/admin/papers/report-paper.js';
import type { Setting } from '../../../../web/admin/papers/setting.js';

const setting = (language: 'zh-CN' | 'en' = 'en'): Setting => ({
  language,
  town: {
    id: 'sample',
    name: 'Sample Town',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    number: '+861069900077',
  },
  now: Date.parse('2026-08-26T10:00:00+08:00'),
});

const request = (changes: Partial<ConsoleRequest> = {}): ConsoleRequest => ({
  id: '3C90KDD1',
  status: 'accepted',
  step: 'coordination',
  path: 'same-day',
  category: 'street-light',
  channel: 'web',
  createdAt: '2026-08-24T07:50:00.000Z',
  silences: 0,
  extensions: 0,
  transfers: 0,
  version: 3,
  townVersion: 1,
  timeline: [],
  asks: [],
  pauses: [],
  executions: [],
  ...changes,
});

const person = (changes: Partial<PersonAnswer> = {}): PersonAnswer => ({
  phone: '+8619911110001',
  name: 'Sample Person',
  description: 'no light at the bridge',
  ...changes,
});

const facts = (
  changes: Partial<ConsoleRequest> = {},
  who: { readonly person?: PersonAnswer } = { person: person() },
) => ({
  request: request(changes),
  ...who,
  orders: [],
  categoryName: (id: string) => id,
});

/** Everything that a paper says. */
const saidIn = (paper: Paper): string => JSON.stringify(paper);

describe('a supervision order', () => {
  it('quotes the resident, and names neither them nor their number', () => {
    const said = saidIn(orderPaper(facts(), setting()));
    expect(said).toContain('no light at the bridge');
    expect(said).not.toContain('Sample Person');
    expect(said).not.toContain('+8619911110001');
  });

  it.each<[string, Partial<ConsoleRequest>, { readonly person?: PersonAnswer }]>([
    ['who asked not to be named', {}, { person: person({ nameWithheld: true }) }],
    ['who complains about staff', { sealed: true }, { person: person() }],
    ['whose words the reader may not see', {}, {}],
  ])('holds no words of somebody %s', (_who, changes, who) => {
    const said = saidIn(orderPaper(facts(changes, who), setting()));
    expect(said.includes('no light at the bridge')).toBe(false);
  });

  it('says each missed deadline once, and how late it is while it is open', () => {
    const due = '2026-08-24T09:30:00.000Z';
    const card = { at: '2026-08-25T00:30:00.000Z', type: 'red-card', text: 'Red card', due } as const;
    const said = saidIn(orderPaper(facts({ timeline: [card, card], dueAt: due }), setting()));
    expect(said).toContain('the reason for the delay');
    expect(said.split('has passed without an outcome').length - 1).toBe(1);
    expect(said).toContain('Overdue by 40 h');
  });

  it('leaves the day of the reply to be written by hand before a red card has set one', () => {
    expect(saidIn(orderPaper(facts(), setting('zh-CN')))).toContain('于    年  月  日前书面回复办理进展');
  });
});

/** How many lines of the page's width a paper's fields take, by a width that two Latin letters share with one Chinese sign. */
const linesIn = ({ blocks }: Paper): number => {
  const values = blocks.flatMap((block) => (block.kind === 'fields' ? block.lines.flat() : []));
  const written = values.flatMap(({ value }) => value.split('\n'));
  const lines = written.map((line) =>
    Math.max(1, Math.ceil(line.replaceAll(/[^\0-\xff]/g, '--').length / 64)),
  );
  return lines.reduce((sum, one) => sum + one, 0) + values.reduce((sum, { free = 0 }) => sum + free, 0);
};

describe('the room of a supervision order', () => {
  const note = '配件缺货，已向县里申请，到货后马上更换。'.repeat(12);
  const answered = (count: number): TaskAnswer[] => [
    {
      id: '3DPB8RVQ',
      kind: 'supervision',
      createdAt: '2026-08-25T00:30:00.000Z',
      timeline: Array.from({ length: count }, () => ({
        at: '2026-08-25T01:00:00.000Z',
        byName: '曾立丽',
        note,
      })),
    } as unknown as TaskAnswer,
  ];
  const LONG = '巷子里的路灯坏了三天，晚上老人不敢出门，摔过一次。'.repeat(20);

  it.each([
    ['a long report', LONG, 0],
    ['a long report in Latin letters', 'The lamp in the lane is broken. '.repeat(30), 0],
    ['a long report and a long explanation', LONG, 1],
    ['a long report and three explanations', LONG, 3],
    ['a long report in many lines, and ten explanations', LONG.replaceAll('，', '\n'), 10],
  ])('is one page, with room to write by hand, for %s', (_what, description, count) => {
    const paper = orderPaper(
      { ...facts({}, { person: person({ description }) }), orders: answered(count) },
      setting('zh-CN'),
    );
    expect(linesIn(paper)).toBeLessThanOrEqual(linesIn(orderPaper(facts(), setting('zh-CN'))) + 2);
    expect(saidIn(paper)).toContain('全文见案卷');
  });
});

describe('a case file', () => {
  it('names whoever was asked again once', () => {
    const again = {
      at: '2026-08-25T01:00:00.000Z',
      type: 'asked',
      text: 'asked again',
      byName: '郝海伟',
      toName: '郝海伟',
    };
    const changes = { timeline: [again] } as unknown as Partial<ConsoleRequest>;
    expect(saidIn(casePaper({ ...facts(changes), tasks: [] }, setting()))).not.toContain('郝海伟 → 郝海伟');
  });

  it.each([
    ['en', ['Task', 'Kind']],
    ['zh-CN', ['任务', '种类']],
  ] as const)('calls the columns of its tasks what they hold (%s)', (language, heads) => {
    const task = {
      id: '3DPB8RVQ',
      kind: 'supervision',
      createdAt: '2026-08-25T00:30:00.000Z',
    } as unknown as TaskRow;
    const { blocks } = casePaper({ ...facts(), tasks: [task] }, setting(language));
    const table = blocks.find((block) => block.kind === 'table' && block.rows.flat().includes('3DPB-8RVQ'));
    expect(table?.kind === 'table' && table.head.slice(0, 2)).toEqual(heads);
  });

  it('says which parts its reader may not see', () => {
    const said = saidIn(casePaper({ ...facts({}, {}), tasks: [] }, setting()));
    expect(said).toContain('may not see it: The resident and what they reported, Texts, Cost.');
  });

  it('of a complaint about staff says so at its head', () => {
    const { under } = casePaper({ ...facts({ sealed: true }), tasks: [] }, setting('zh-CN'));
    expect(under[1]).toContain('注意保密');
  });

  it('numbers its sections as official documents do', () => {
    const { blocks } = casePaper({ ...facts(), tasks: [] }, setting('zh-CN'));
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings.slice(0, 2)).toEqual(['一、基本情况', '二、反映人和反映内容']);
  });
});

const FIGURES_OF_NOTHING = countFigures(
  { requests: [], visits: [], receptions: [], causes: [] },
  { from: 0, to: 1 },
);

const report = (changes: Partial<MonthlyReport> = {}): MonthlyReport => ({
  month: '2026-07',
  from: '2026-07-01',
  to: '2026-07-31',
  isOver: true,
  total: FIGURES_OF_NOTHING,
  before: FIGURES_OF_NOTHING,
  villages: [],
  grids: [],
  causes: [],
  visits: { times: 0, people: 0 },
  receptions: { times: 0, people: 0 },
  emergencies: [],
  late: [],
  ...changes,
});

describe('a monthly report', () => {
  const received = (count: number) => ({ ...FIGURES_OF_NOTHING, received: count });

  it('of a month in which nothing happened says so, and draws nothing', () => {
    const { blocks } = reportPaper(report(), setting());
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'note', 'issued']);
  });

  it.each([
    [5, 3, '比上月增加2件'],
    [3, 5, '比上月减少2件'],
    [3, 3, '与上月持平'],
  ])('%d requests after %d: %s', (now, before, words) => {
    const paper = reportPaper(report({ total: received(now), before: received(before) }), setting('zh-CN'));
    expect(saidIn(paper)).toContain(words);
  });

  it('of a month that is not over says so, and is not held against the whole month before', () => {
    const running = report({ isOver: false, to: '2026-07-15', total: received(1), before: received(4) });
    const paper = reportPaper(running, setting('zh-CN'));
    expect(paper.under[0]).toBe('2026年7月尚未结束，统计截至2026年7月15日');
    expect(saidIn(paper)).toContain('上月全月为4件');
    expect(saidIn(paper)).not.toContain('比上月');
  });

  it.each([
    ['zh-CN', '+1,200.50元'],
    ['en', '+CN¥1,200.50'],
  ] as const)('says a change of a sum as a sum (%s)', (language, change) => {
    const total = { ...FIGURES_OF_NOTHING, yuan: 1200.5 };
    expect(saidIn(reportPaper(report({ total }), setting(language)))).toContain(`"${change}"`);
  });

  it('lists the places where something happened, and counts the others', () => {
    const place = (id: string, count: number) => ({
      id,
      name: { 'zh-CN': `${id}村`, en: `Village ${id}` },
      figures: received(count),
    });
    const villages = [place('a', 1), place('b', 0), place('c', 0)];
    const said = saidIn(reportPaper(report({ total: received(1), villages }), setting()));
    expect(said).toContain('Village a');
    expect(said).not.toContain('Village b');
    expect(said).toContain('Nothing happened in the other villages (2).');
  });
});

describe('a bar chart', () => {
  const chart = (values: readonly (number | undefined)[]) =>
    barPicture({
      series: ['this'],
      rows: values.map((value, nth) => ({ label: `row ${nth}`, values: [value] })),
      text: (value) => (value === undefined ? 'none' : String(value)),
    });
  const bars = (values: readonly (number | undefined)[]): number[] =>
    chart(values).marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.width] : []));

  it('draws each bar as long as its value, and none for what has none', () => {
    const [whole = 0, half = 0, none] = bars([4, 2, undefined]);
    expect(half).toBeCloseTo(whole / 2);
    expect(none).toBe(0);
  });

  it('stays within its picture', () => {
    const { width, height, marks } = chart([4, 400, 0]);
    for (const mark of marks) {
      expect(mark.x + (mark.kind === 'bar' ? mark.width : 0)).toBeLessThanOrEqual(width);
      expect(mark.y + (mark.kind === 'bar' ? mark.height : 0)).toBeLessThanOrEqual(height);
    }
  });
});
