import { ASK_KINDS, type AskKind } from '../../../domain/asks/ask-kinds.js';
import { matchReply } from '../../../domain/sms/match-reply.js';
import { parseText } from '../../../domain/sms/parse-text.js';

/** What is done about a text to the only thing that its sender is asked: an option, or how it is asked back. */
function done(kind: AskKind, words: string): string {
  const options = ASK_KINDS[kind].map(({ option }) => option);
  const match = matchReply(parseText(words, '2026-08-24'), [{ code: 'K7QV', kind, options, state: 'open' }]);
  return 'option' in match && match.kind !== 'likely' ? match.option : match.kind;
}

const ASKED_BACK = /^(?:likely|bad-option|not-done)$/;

describe('a digit with words that say the opposite is asked back', () => {
  it.each<[AskKind, string]>([
    ['approval', '1 不同意'],
    ['sign-off', '1 不同意'],
    ['outcome', '1 没修好'],
    ['report', '1 没修好'],
    ['outcome', '2还是1啊'],
    ['acceptance', '2还是1啊'],
    ['re-check', '1 没改'],
    ['complaint', '1 不查'],
    ['consent', '1 别告诉他们'],
    ['outcome', '1 not fixed'],
  ])('%s: "%s"', (kind, words) => {
    expect(done(kind, words)).toMatch(ASKED_BACK);
  });
});

describe('irony is asked back', () => {
  it.each<[AskKind, string]>([
    ['confirmation', '满意才怪'],
    ['acceptance', '收到个屁'],
    ['report', '修好个屁'],
    ['outcome', '办完个鬼'],
    ['confirmation', 'satisfied my foot'],
  ])('%s: "%s"', (kind, words) => {
    expect(done(kind, words)).toMatch(ASKED_BACK);
  });
});

describe('what is half done, done for the time being or known from others is asked back', () => {
  it.each<[AskKind, string]>([
    ['outcome', '办结一半 还差个灯罩'],
    ['outcome', '老张说弄好了'],
    ['outcome', 'my son says he fixed it'],
    ['report', '先用卡子箍上，临时接上了'],
    ['outcome', '修好了又坏了'],
    ['check', '基本合格'],
    ['approval', "approve, but I don't agree with it"],
    ['approval', '要是村里没意见就同意'],
  ])('%s: "%s"', (kind, words) => {
    expect(done(kind, words)).toMatch(ASKED_BACK);
  });
});

describe('what hangs on something, is taken back or still in hand is asked back', () => {
  it.each<[AskKind, string]>([
    ['approval', '同意…等等，户口对不上'],
    ['approval', 'Yes... hang on, let me look at the car again'],
    ['approval', '材料齐了就批'],
    ['approval', 'yes, subject to the bank letter'],
    ['approval', 'approved in principle'],
    ['taking-up', '受理不受理'],
    ['outcome', '正在积极协调推进中'],
    ['rectification', 'in progress'],
    ['follow-up', '他说没事，他老伴说有事'],
    ['check', '待核实'],
    ['consent', 'yes and no'],
    ['acceptance', '1 转供水公司'],
    ['acceptance', 'would it not be better if Tom went'],
  ])('%s: "%s"', (kind, words) => {
    expect(done(kind, words)).toMatch(ASKED_BACK);
  });
});

describe('politeness, what was before and how often somebody was asked leave no doubt', () => {
  it.each<[AskKind, string, string]>([
    ['acceptance', '实在抱歉，这周在省里学习，赶不过去，请派别人', 'decline'],
    ['acceptance', "I'd love to help but I am on a course until Friday, so I can't this time", 'decline'],
    ['acceptance', 'I think this is one for the water company, could you pass it on?', 'transfer'],
    ['outcome', '昨天还差个接头，今早装上，好了', 'done'],
    ['outcome', 'Would it be all right to have until Monday?', 'extend'],
    ['outcome', 'gave her 120 yuan, still working on the rest', 'aid'],
    ['acceptance', '👌', 'accept'],
    ['check', '3 垃圾桶满了没人收', 'failed'],
  ])('%s: "%s" is %s', (kind, words, option) => {
    expect(done(kind, words)).toBe(option);
  });
});

describe('words say what they mean', () => {
  it.each<[AskKind, string, string]>([
    ['acceptance', '好的马上去', 'accept'],
    ['acceptance', 'leave it with me', 'accept'],
    ['acceptance', '这个不归我管 找供水', 'transfer'],
    ['acceptance', '同一处漏水 报了两回', 'same'],
    ['outcome', '明天下午弄 今天没空', 'extend'],
    ['outcome', '正往他家走', 'going'],
    ['report', '已到现场，正在查', 'going'],
    ['report', '已到', 'going'],
    ['report', '车坏了 去不了', 'decline'],
    ['report', '我们的车半道抛锚，过不去了', 'decline'],
    ['returned', '我们村自己修', 'accept'],
    ['re-check', '改好了', 'passed'],
    ['re-check', '还是没改', 'failed'],
    ['supervision', '配件没到货，周五前修好', 'replied'],
    ['supervision', 'the part is out of stock, done by Friday', 'replied'],
    ['review', '处置及时，没问题', 'replied'],
    ['review', '燃气公司到得太晚', 'failed'],
    ['complaint', '受理，派人核实', 'accept'],
    ['complaint', '这不是投诉，是路灯坏了', 'transfer'],
    ['consent', '同意，转给他们吧', 'allow'],
    ['consent', '保密，别告诉村里', 'deny'],
  ])('%s: "%s" is %s', (kind, words, option) => {
    expect(done(kind, words)).toBe(option);
  });
});

describe('a digit that is a time or a number of things is no option', () => {
  it.each<[AskKind, string, string]>([
    ['acceptance', '2点过去', 'accept'],
    ['outcome', '3天后弄好', 'extend'],
  ])('%s: "%s" is %s', (kind, words, option) => {
    expect(done(kind, words)).toBe(option);
  });

  it('"1号楼又没水了" satisfies nobody', () => {
    expect(done('confirmation', '1号楼又没水了')).not.toBe('satisfied');
  });
});
