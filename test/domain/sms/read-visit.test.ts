import { parseText } from '../../../domain/sms/parse-text.js';

const read = (text: string) => parseText(text, '2026-08-24').command;
const visit = (household: number, people: number, more: object = {}) => visits([[household, people]], more);
const visits = (met: readonly (readonly [number, number])[], more: object = {}) => ({
  name: 'visit',
  met: met.map(([household, people]) => ({ household, people })),
  problem: false,
  note: '',
  ...more,
});
const reception = (people: number, words: string, answered = false) => ({
  name: 'reception',
  people,
  answered,
  words,
});

describe('a visit', () => {
  test.each<[string, object]>([
    ['走访 12 3人', visit(12, 3)],
    ['走访12 3人', visit(12, 3)],
    ['走访 12号 3个人', visit(12, 3)],
    ['走访：07，3', visit(7, 3)],
    ['走访１２户３人', visit(12, 3)],
    ['visit 12 3', visit(12, 3)],
    ['VISIT 12 3 people, all well', visit(12, 3, { note: 'all well' })],
    ['visit 12 1 person', visit(12, 1)],
    ['走访 12 3人 家里都好', visit(12, 3, { note: '家里都好' })],
    ['走访 12 3人家里都好', visit(12, 3, { note: '家里都好' })],
    ['走访 52-12 3人', visit(12, 3, { grid: 52 })],
    ['visit 52-12 3', visit(12, 3, { grid: 52 })],
    ['走访 12 不在', visit(12, 0)],
    ['走访 12 家里没人 改天再来', visit(12, 0, { note: '改天再来' })],
    ['visit 12 nobody', visit(12, 0)],
    ['visit 12 not at home', visit(12, 0)],
    ['走访 12 2人 问题 屋顶漏水', visit(12, 2, { problem: true, note: '屋顶漏水' })],
    ['走访 12 2人 问题：屋顶漏水', visit(12, 2, { problem: true, note: '屋顶漏水' })],
    ['走访 12 2人 有问题 屋顶漏水', visit(12, 2, { problem: true, note: '屋顶漏水' })],
    ['visit 12 2 problem roof leaks', visit(12, 2, { problem: true, note: 'roof leaks' })],
    ['走访 12 不在 问题 门锁坏了', visit(12, 0, { problem: true, note: '门锁坏了' })],
    ['走访 十八 两人', visit(18, 2)],
    ['走访十八号户俩人', visit(18, 2)],
    ['走访 二十一号 三口人', visit(21, 3)],
    ['走访 18 三个人 老人身体好', visit(18, 3, { note: '老人身体好' })],
    ['走访 18 俩', visit(18, 2)],
    ['visit 18 two people', visit(18, 2)],
    ['visit eighteen, two people', visit(18, 2)],
    ['visit twenty one 3', visit(21, 3)],
    ['visit twelve 3', visit(12, 3)],
    [
      '走访 18 16 各2人',
      visits([
        [18, 2],
        [16, 2],
      ]),
    ],
    [
      '走访 18、16、20号 每户两人 都好',
      visits(
        [
          [18, 2],
          [16, 2],
          [20, 2],
        ],
        { note: '都好' },
      ),
    ],
    [
      '走访 18和16各三个人',
      visits([
        [18, 3],
        [16, 3],
      ]),
    ],
    [
      '走访 18 2人 16 3人 20 不在',
      visits([
        [18, 2],
        [16, 3],
        [20, 0],
      ]),
    ],
    [
      'visit 18 and 16, two each',
      visits([
        [18, 2],
        [16, 2],
      ]),
    ],
    [
      'visit 52-18, 52-16 2 people each',
      visits(
        [
          [18, 2],
          [16, 2],
        ],
        { grid: 52 },
      ),
    ],
    [
      'visit 18 nobody, 16 2 people',
      visits([
        [18, 0],
        [16, 2],
      ]),
    ],
    ['走访 18 16 2人', { name: 'visit-people', households: [18, 16], note: '' }],
    ['走访 18,16,20', { name: 'visit-people', households: [18, 16, 20], note: '' }],
    ['visit 18 16 20', { name: 'visit-people', households: [18, 16, 20], note: '' }],
    ['走访 名单', { name: 'visit-list' }],
    ['visit list', { name: 'visit-list' }],
    ['visit list 52', { name: 'visit-list', grid: 52 }],
  ])('"%s" reads as %j', (text, command) => {
    expect(read(text)).toEqual(command);
  });

  test.each([
    '走访 12 2人 没问题',
    '走访 12 2人 问题不大',
    'visit 12 2 no problem',
    'visit 12 2 problem solved',
  ])('"%s" reports no problem', (text) => {
    expect(read(text)).toMatchObject({ name: 'visit', problem: false });
  });

  test.each([
    '走访 12',
    '走访 12户',
    '走访 12 3楼',
    '走访 1234 3人',
    '走访 3人 12号',
    '走访 12 2人 问题',
    'visit 12',

    'visit listed people',
  ])('"%s" is not guessed at', (text) => {
    expect(read(text)).toEqual({ name: 'visit-unreadable' });
  });
});

describe('a reception', () => {
  test.each<[string, object]>([
    ['接待 3人 反映路灯不亮', reception(3, '反映路灯不亮')],
    ['接待3人，反映路灯不亮', reception(3, '反映路灯不亮')],
    ['接待 1人 13900000000 低保怎么办', reception(1, '13900000000 低保怎么办')],
    ['接待 1人 已答复 咨询医保', reception(1, '咨询医保', true)],
    ['接待 两人 反映路灯不亮', reception(2, '反映路灯不亮')],
    ['接待三位群众，反映路灯不亮', reception(3, '群众，反映路灯不亮')],
    ['reception two people the road is broken', reception(2, 'the road is broken')],
    ['接待 2人 当场答复', reception(2, '', true)],
    ['接待 2人 咨询医保，已答复。', reception(2, '咨询医保', true)],
    ['接待 1人 上次的信访至今未已答复', reception(1, '上次的信访至今未已答复')],
    ['接待 张三 13900000000 路灯不亮', reception(1, '张三 13900000000 路灯不亮')],
    ['reception 2 the road is broken', reception(2, 'the road is broken')],
    ['reception 1 answered, asked about insurance', reception(1, 'asked about insurance', true)],
    ['reception 1 answered', reception(1, '', true)],
  ])('"%s" reads as %j', (text, command) => {
    expect(read(text)).toEqual(command);
  });

  test.each(['接待 3人', '接待 反映路灯不亮', '接待 0人 没人来', 'reception', 'reception two people'])(
    '"%s" is not guessed at',
    (text) => {
      expect(read(text)).toEqual({ name: 'reception-unreadable' });
    },
  );
});
