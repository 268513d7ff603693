import { readCommand } from '../../../domain/sms/read-command.js';
import { isNamedSo, isSurelyName, readSlip } from '../../../domain/sms/read-slip.js';

describe('somebody who says that they answered wrongly', () => {
  it.each([
    ['刚才回错了,那个办好了', 'done', []],
    ['不好意思按错了，漏水那个已经修好了', 'done', []],
    ['K7QV 按错键了 同意的', 'done', ['k7qv']],
    ['7P76-1HC1回错了，其实没修', 'not-done', ['7p76-1hc1']],
    ['我点错了，应该是2', 'refused', []],
    ['手滑，应该是1', 'done', []],
    ['sorry I pressed the wrong digit on 7P76, it is done', 'done', ['7p76']],
    ["hit the wrong key, it isn't done yet", 'not-done', []],
    ['My mistake, we approve it', 'done', []],
    ['wrong button, should be 2', 'refused', []],
  ])('"%s" means %s', (text, outcome, names) => {
    expect(readSlip(text)).toEqual({ outcome, names });
  });

  it.each([
    '回错了',
    '路修错了地方',
    '办好了',
    '搞错门牌的那家水管漏水',
    'it is done',
    'wrong colour of bin',
  ])('"%s" says nothing of it', (text) => {
    expect(readSlip(text)).toBeUndefined();
  });

  it.each([
    '回错了',
    '不好意思发错了',
    '按错键了',
    '撤销刚才的',
    '搞错了 撤销',
    '刚才那条不算',
    '撤回刚才的答复',
    'undo please',
    'sorry, wrong button',
    'ignore that last text',
    'cancel that',
    'sorry, wrong answer',
    'that was a mistake',
    '这不算数',
    '取消刚才那条',
  ])('takes back what was just answered where no more is said: "%s"', (text) => {
    expect(readCommand(text, '2026-08-24')).toEqual({ name: 'undo' });
  });

  it.each(['撤销 K7QV', 'K7QV 发错了', 'undo K7QV'])('takes back what a code names: "%s"', (text) => {
    expect(readCommand(text, '2026-08-24')).toEqual({ name: 'undo', code: 'K7QV' });
  });

  it.each([
    '路修错了',
    '取消',
    '取消这次',
    '取消那个',
    'cancel',
    '撤回',
    '打错了',
    'wrong number',
    '回错了，那个办好了',
    '取消低保',
  ])('takes nothing back where something else may be meant: "%s"', (text) => {
    expect(readCommand(text, '2026-08-24')?.name).not.toBe('undo');
  });

  it('names nothing for sure by digits alone, which are a time or a year', () => {
    expect(['1030', '2024', '20240826', '7p76', 'k7qv'].filter(isSurelyName)).toEqual(['7p76', 'k7qv']);
  });

  it('names a request by its number, by the first half of it, or by the code of what was asked', () => {
    const ask = { subject: '7P761HC1', code: 'K7QV' };
    expect(['7p76-1hc1', '7p76', 'k7qv', '1hc1'].map((name) => isNamedSo(name, ask))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
