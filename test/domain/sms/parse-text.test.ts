import { checkCharacter } from '../../../domain/codes/check-character.js';
import { parseText } from '../../../domain/sms/parse-text.js';
import type { ParsedText } from '../../../domain/sms/parsed-text.js';

const TODAY = '2026-11-23';
const K7Q = `K7Q${checkCharacter('K7Q')}`;
const SLIP = 'K7Q4';
const NUMBER = `7Q3K9M2${checkCharacter('7Q3K9M2')}`;

const read = (text: string): Omit<ParsedText, 'text'> => {
  const { text: _, ...parsed } = parseText(text, TODAY);
  return parsed;
};

describe('an answer', () => {
  test.each<[string, object]>([
    ['1', { option: 1, note: '' }],
    [' １ ', { option: 1, note: '' }],
    ['①', { option: 1, note: '' }],
    ['1️⃣', { option: 1, note: '' }],
    ['1.', { option: 1, note: '' }],
    [`1 ${K7Q}`, { option: 1, code: K7Q, note: '' }],
    [`1${K7Q}`, { option: 1, code: K7Q, note: '' }],
    [`${K7Q}1`, { option: 1, code: K7Q, note: '' }],
    [`${K7Q}　１`, { option: 1, code: K7Q, note: '' }],
    [`１ｋ７ｑ${K7Q.slice(3).toLowerCase()}`, { option: 1, code: K7Q, note: '' }],
    [`${K7Q} 2 周五上门`, { option: 2, code: K7Q, note: '周五上门' }],
    [`${K7Q} 2周五上门`, { option: 2, code: K7Q, note: '周五上门' }],
    [`${K7Q}2周五上门`, { option: 2, code: K7Q, note: '周五上门' }],
    [`2 ${K7Q} 周五上门`, { option: 2, code: K7Q, note: '周五上门' }],
    [`2，${K7Q}，周五上门`, { option: 2, code: K7Q, note: '周五上门' }],
    ['收到', { keyword: '收到', note: '' }],
    ['收到了。', { keyword: '收到', note: '' }],
    ['办结 已修好', { keyword: '办结', note: '已修好' }],
    ['办结已修好', { keyword: '办结', note: '已修好' }],
    ['办结：已修好，请放心', { keyword: '办结', note: '已修好，请放心' }],
    ['Done, fixed the LAMP', { keyword: 'done', note: 'fixed the LAMP' }],
    ['ＤＯＮＥ', { keyword: 'done', note: '' }],
    [`done ${K7Q} fixed`, { keyword: 'done', code: K7Q, note: 'fixed' }],
    [`${K7Q} done fixed`, { keyword: 'done', code: K7Q, note: 'fixed' }],
    [`${K7Q}办结已修好`, { keyword: '办结', code: K7Q, note: '已修好' }],
    [`办结${K7Q}已修好`, { keyword: '办结', code: K7Q, note: '已修好' }],
    ['不满意 还在漏', { keyword: '不满意', note: '还在漏' }],
    ['转办 供水', { keyword: '转办', note: '供水' }],
    ['1处理好了', { option: 1, note: '处理好了' }],
    ['1 路已修通', { option: 1, note: '路已修通' }],
    ['1 组长已去', { option: 1, note: '组长已去' }],
    ['1、已修好', { option: 1, note: '已修好' }],
    ['1 12', { option: 1, note: '12' }],
    [`${K7Q} 明天去看`, { code: K7Q, note: '明天去看' }],
    [K7Q, { code: K7Q, note: '' }],
    ['99', { option: 99, note: '' }],
    [NUMBER, { request: NUMBER, note: '' }],
    [
      `${NUMBER.slice(0, 4)}-${NUMBER.slice(4).toLowerCase()} 进度如何`,
      { request: NUMBER, note: '进度如何' },
    ],
  ])('"%s" reads as %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a slip in a code', () => {
  test.each<[string, object]>([
    [SLIP, { nearCode: SLIP, note: '' }],
    [SLIP.toLowerCase(), { nearCode: SLIP, note: '' }],
    [`${SLIP} 1`, { nearCode: SLIP, option: 1, note: '' }],
    [`${SLIP}1`, { nearCode: SLIP, option: 1, note: '' }],
    [`1 ${SLIP}`, { nearCode: SLIP, option: 1, note: '' }],
    [`1${SLIP}`, { nearCode: SLIP, option: 1, note: '' }],
    [`办结 ${SLIP} 已修好`, { nearCode: SLIP, keyword: '办结', note: '已修好' }],
  ])('"%s" reads as %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('words that only look like an answer stay words', () => {
  test.each([
    '2组路灯坏了',
    '41网格的事',
    '2 pm on the 3rd',
    '1号楼漏水',
    '3 组没有水',
    '2单元停电',
    '1、路灯不亮 2、井盖丢了',
    '1.路灯不亮\n2.井盖丢了',
    '3点上门',
    '2周后再来',
    '1.5米宽的坑',
    '8/24',
    '10:30',
    '13900000000',
    '2nd floor',
    '1st house',
    '3pm',
    '完成不了',
    '收到了吗',
    '收到没有',
    '同意不了',
    '满意度',
    '不同意',
    'nothing works',
    'note: no water',
    'okay',
    '没收到',
    '你好',
    '',
    '。',
  ])('"%s"', (text) => {
    const { note, ...rest } = read(text);
    expect(rest).toEqual({});
    expect(note).toBe(text);
  });

  it('a room number after an answer belongs to the note', () => {
    expect(read('1 A101室已修好')).toEqual({ option: 1, note: 'A101室已修好' });
  });

  it('notes keep the width and case the person chose', () => {
    expect(read('办结，ＡＢ已换好！Ok')).toEqual({ keyword: '办结', note: 'ＡＢ已换好！Ok' });
  });
});

describe('a command', () => {
  test.each<[string, object]>([
    ['帮助', { name: 'help' }],
    ['HELP', { name: 'help' }],
    ['？', { name: 'help' }],
    ['help me please', { name: 'help' }],
    ['退订', { name: 'opt-out' }],
    ['td', { name: 'opt-out' }],
    ['ＴＤ', { name: 'opt-out' }],
    ['Stop.', { name: 'opt-out' }],
    ['END', { name: 'opt-out' }],
    ['quit', { name: 'opt-out' }],
    ['START', { name: 'opt-in' }],
    ['恢复', { name: 'opt-in' }],
    ['待办', { name: 'list', page: 1 }],
    ['我的待办。', { name: 'list', page: 1 }],
    ['LIST', { name: 'list', page: 1 }],
    ['list 2', { name: 'list', page: 2 }],
    ['待办２', { name: 'list', page: 2 }],
    ['详', { name: 'more', page: 1 }],
    ['详情。', { name: 'more', page: 1 }],
    [`详 ${K7Q}`, { name: 'more', page: 1, code: K7Q }],
    [`${K7Q} More 2`, { name: 'more', page: 2, code: K7Q }],
    ['汇总', { name: 'summary', daily: true }],
    ['每日汇总。', { name: 'summary', daily: true }],
    ['Summary on', { name: 'summary', daily: true }],
    ['逐条', { name: 'summary', daily: false }],
    ['EACH', { name: 'summary', daily: false }],
    ['summary off', { name: 'summary', daily: false }],
    ['停发', { name: 'mute' }],
    [`停发 ${NUMBER}`, { name: 'mute', request: NUMBER }],
    [`mute ${NUMBER.slice(0, 4).toLowerCase()}-${NUMBER.slice(4)}.`, { name: 'mute', request: NUMBER }],
    ['停发 7Q3K-9M20', { name: 'mute', mistyped: '7Q3K-9M20' }],
    [`恢复${NUMBER}`, { name: 'unmute', request: NUMBER }],
    [`unmute ${NUMBER}`, { name: 'unmute', request: NUMBER }],
    [`start ${NUMBER}`, { name: 'unmute', request: NUMBER }],
    ['撤回', { name: 'withdraw', note: '' }],
    ['撤回 已经好了', { name: 'withdraw', note: '已经好了' }],
    [`撤回${NUMBER}`, { name: 'withdraw', request: NUMBER, note: '' }],
    [
      `withdraw ${NUMBER.slice(0, 4).toLowerCase()}-${NUMBER.slice(4)} solved`,
      { name: 'withdraw', request: NUMBER, note: 'solved' },
    ],
    [`撤回 ${NUMBER.slice(0, 7)}`, { name: 'withdraw', mistyped: NUMBER.slice(0, 7), note: '' }],
    ['撤回 7Q3K-9M20', { name: 'withdraw', mistyped: '7Q3K-9M20', note: '' }],
    ['代报 3组王大爷家漏水', { name: 'report-on-behalf', words: '3组王大爷家漏水' }],
    ['代报', { name: 'help' }],
    ['走访', { name: 'visit-list' }],
    ['走访：李奶奶，身体好', { name: 'visit-unreadable' }],
    ['visit Grandma Li, well', { name: 'visit-unreadable' }],
    ['接待', { name: 'reception-unreadable' }],
    ['接待室漏水', { name: 'reception-unreadable' }],
    ['休假 11/24-11/26 回老家', { name: 'leave', from: '2026-11-24', to: '2026-11-26', note: '回老家' }],
    ['休假下周', { name: 'leave-unreadable' }],
    ['休假', { name: 'leave-unreadable' }],
  ])('"%s" reads as %j', (text, command) => {
    expect(read(text)).toEqual({ note: '', command });
  });

  test.each([
    'end of the road is flooded',
    'stop sign broken',
    'starting today',
    'helpless',
    'visitors',
    'reported before',
    'receptionist',
    '待办理的低保',
    'list of holes in our road',
    'more rain in the cellar',
    '详细情况我明天说',
    '停发工资三个月了',
    '停发3个月工资',
    '恢复供水要等多久',
    '恢复2组供水',
    'starting 2026',
    'muted colours',
    '汇总表在哪里领',
    'each of our lamps is dark',
  ])('words that begin like one are none: "%s"', (text) => {
    expect(read(text)).toEqual({ note: text });
  });
});
