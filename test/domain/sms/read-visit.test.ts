import { parseText } from '../../../domain/sms/parse-text.js';

const read = (text: string) => parseText(text, '2026-08-24').command;
const visit = (household: number, people: number, more: object = {}) => ({
  name: 'visit',
  household,
  people,
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
    'visit twelve 3',
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
