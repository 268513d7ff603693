import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contradicts } from '../../../domain/answers/contradicts.js';
import { hearAnswer } from '../../../domain/answers/hear-answer.js';
import { ASK_KINDS, type AskKind, type OptionRule } from '../../../domain/asks/ask-kinds.js';
import { generateLearnt } from '../../../tools/answers.js';

const hear = (kind: AskKind, words: string) => hearAnswer(kind, ASK_KINDS[kind], words);

describe('an answer in words of one’s own', () => {
  it.each<[AskKind, string, string]>([
    ['acceptance', '好的马上去', 'accept'],
    ['acceptance', '已收到', 'accept'],
    ['acceptance', '知道了', 'accept'],
    ['acceptance', '2点过去', 'accept'],
    ['acceptance', '这个不归我管 找供水', 'transfer'],
    ['acceptance', '我在外地，去不了', 'decline'],
    ['outcome', '修好了', 'done'],
    ['outcome', '已办结', 'done'],
    ['outcome', '3天后弄好', 'extend'],
    ['outcome', '明天下午弄 今天没空', 'extend'],
    ['confirmation', '很满意', 'satisfied'],
    ['confirmation', '没修好', 'unsatisfied'],
    ['confirmation', '路灯还是不亮', 'unsatisfied'],
    ['confirmation', '不满意!!还没修', 'unsatisfied'],
    ['approval', '同意', 'done'],
    ['approval', '不批 收入超了', 'refuse'],
    ['approval', '还缺户口本', 'documents'],
    ['acceptance', 'on my way', 'accept'],
    ['outcome', 'fixed, new bulb', 'done'],
    ['confirmation', 'the lamp is still out', 'unsatisfied'],
  ])('to %s: "%s" is %s', (kind, words, option) => {
    expect(hear(kind, words)).toEqual({ says: 'option', option });
  });

  it.each<[AskKind, string]>([
    ['confirmation', '满意个鬼'],
    ['confirmation', '满意才怪'],
    ['acceptance', '收到个屁'],
    ['outcome', '办结一半 还差个灯罩'],
    ['outcome', '修好了吗'],
    ['confirmation', '听说修好了，我还没看'],
    ['approval', 'approved my foot'],
    ['approval', '她自己能走路不'],
  ])('to %s: "%s" is taken for nothing', (kind, words) => {
    expect(hear(kind, words).says).not.toBe('option');
  });

  it('of which no word is known says nothing', () => {
    expect(hear('outcome', 'ẍẅq')).toEqual({ says: 'unclear' });
  });

  it('that refuses, where nobody may refuse, says that somebody cannot come', () => {
    const offered = ASK_KINDS.report.filter(({ option }) => option !== 'refuse');
    expect(hearAnswer('report', offered, '不是我们的管道')).toEqual({ says: 'option', option: 'decline' });
  });
});

describe('a yes by its digit', () => {
  const beside = (kind: AskKind, words: string): boolean => {
    const rule = ASK_KINDS[kind].find(({ number }) => number === 1);
    return rule !== undefined && contradicts(kind, rule satisfies OptionRule, ASK_KINDS[kind], words);
  };

  it.each<[AskKind, string]>([
    ['application', '还没交'],
    ['settlement', '没谈成'],
    ['documents', '都没带'],
    ['rectification', '还没动手'],
    ['outcome', '未修复'],
    ['approval', '不行了'],
    ['outcome', '弄不成，缺件'],
    ['outcome', 'not yet'],
    ['documents', "haven't got them"],
  ])('with words that begin with a no is contradicted: %s "1 %s"', (kind, words) => {
    expect(beside(kind, words)).toBe(true);
  });

  it.each<[AskKind, string]>([
    ['acceptance', '没问题'],
    ['approval', '没意见，同意'],
    ['check', '没毛病'],
    ['confirmation', '不错'],
    ['outcome', '不漏了'],
    ['acceptance', 'no problem'],
    ['confirmation', 'not bad at all'],
  ])('with words that say yes by a no is a yes: %s "1 %s"', (kind, words) => {
    expect(beside(kind, words)).toBe(false);
  });
});

describe('words beside a digit', () => {
  const beside = (kind: AskKind, digit: number, words: string): boolean => {
    const rule = ASK_KINDS[kind].find(({ number }) => number === digit);
    return rule !== undefined && contradicts(kind, rule satisfies OptionRule, ASK_KINDS[kind], words);
  };

  it.each<[AskKind, number, string]>([
    ['approval', 1, '不同意'],
    ['outcome', 1, '没修好'],
    ['outcome', 1, '修不了 没料'],
    ['confirmation', 2, '还是1啊'],
  ])('contradict it: %s, %i %s', (kind, digit, words) => {
    expect(beside(kind, digit, words)).toBe(true);
  });

  it.each<[AskKind, number, string]>([
    ['outcome', 1, '已修好'],
    ['outcome', 1, '已送 300元'],
    ['placement', 1, '52'],
    ['acceptance', 4, '51'],
    ['taking-up', 2, '法院已立案'],
    ['settlement', 8, '双方达成协议'],
    ['confirmation', 2, '要求赔偿'],
    ['rectification', 3, '补材料'],
  ])('leave it as it stands: %s, %i %s', (kind, digit, words) => {
    expect(beside(kind, digit, words)).toBe(false);
  });
});

it('what was learnt is what the tool makes of the answers today', async () => {
  const file = join(import.meta.dirname, '../../../domain/answers/learnt-data.ts');
  expect(await generateLearnt()).toBe(readFileSync(file, 'utf8'));
});
