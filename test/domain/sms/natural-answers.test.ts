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
    ['acceptance', '1 这活俺可不干'],
    ['acceptance', '1 我可不去'],
    ['acceptance', "1 I won't do it"],
    ['report', '1 俺早不当网格长了'],
    ['report', '1 已排除 一人烧伤 快叫救护车'],
  ])('%s: "%s"', (kind, words) => {
    expect(done(kind, words)).toMatch(ASKED_BACK);
  });
});

describe('nothing ends an emergency that does not say that it is over', () => {
  it.each(['俺早不当网格长了 换成老徐了', '已排除，一人烧伤，快叫救护车'])('"%s" is asked back', (words) => {
    expect(done('report', words)).toMatch(ASKED_BACK);
  });

  it.each<[string, string]>([
    ['1 出发了', 'on-the-way'],
    ['1 on my way', 'on-the-way'],
    ['1 到了 正在看现场', 'on-site'],
  ])('"%s" is how far they are, whatever the digit: %s', (words, far) => {
    const options = ASK_KINDS.report.map(({ option }) => option);
    const ask = { code: 'K7QV', kind: 'report', options, state: 'open' } as const;
    expect(matchReply(parseText(words, '2026-08-24'), [ask])).toMatchObject({ kind: 'going', far });
  });
});

describe('what leaves open what is wanted is asked back', () => {
  it.each<[AskKind, string]>([
    ['confirmation', '啥叫满意'],
    ['confirmation', '满意按几'],
    ['confirmation', '满意个鬼'],
    ['consent', '只跟你们领导说行 别叫村里知道'],
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

/** Asked back or left alone, or one of the options that the words could be taken for as well. */
const askedBackOr = (right: string): string[] =>
  right.split(' ').concat('likely', 'bad-option', 'not-done', 'unread');

describe('folded hands and a rose plead, and say nothing of what came of it', () => {
  it.each([
    '快来修🙏',
    '拜托🙏🙏',
    '麻烦快点🙏🙏',
    '请尽快处理🙏',
    '求求你们来看看🙏',
    '等了一周了🙏',
    'please come and fix it 🙏',
    '麻烦快点',
    '来人看看🌹',
    '🙏',
  ])('"%s" closes nothing', (words) => {
    expect(askedBackOr('unsatisfied')).toContain(done('confirmation', words));
  });

  it.each(['修好了🙏', '灯亮了 谢谢🙏', 'all fixed, thank you 🙏'])('"%s" is satisfied', (words) => {
    expect(done('confirmation', words)).toBe('satisfied');
  });
});

describe('none, and not even something, is trouble', () => {
  it.each<[AskKind, string, string]>([
    ['check', '一点问题都没有', 'passed'],
    ['confirmation', '一点问题都没有', 'satisfied'],
    ['confirmation', '问题没有', 'satisfied'],
    ['outcome', '通了一滴水都没有', 'not-done'],
    ['outcome', '灯换了一点光都没有', 'not-done'],
    ['outcome', '修完了动静也没有', 'not-done'],
    ['confirmation', '修完了水都没有', 'unsatisfied'],
    ['check', '合格 记录都没有', 'failed'],
    ['check', '合格 灭火器都没有', 'failed'],
    ['follow-up', '说正常 家里吃的都没有', 'problem'],
  ])('%s: "%s"', (kind, words, right) => {
    expect(askedBackOr(right)).toContain(done(kind, words));
  });

  it.each<[AskKind, string, string]>([['approval', '同意，意见都没有', 'done']])(
    '%s: "%s" is %s',
    (kind, words, option) => {
      expect(done(kind, words)).toBe(option);
    },
  );
});

describe('a digit that is not offered and numbers something leaves it to be confirmed', () => {
  it.each<[AskKind, string, string]>([
    ['confirmation', '3 盏灯亮了一盏', 'unsatisfied'],
    ['taking-up', '5 人以上才受理', 'refuse'],
    ['acceptance', '3 拒收', 'decline'],
    ['check', '3 合格 2 不合格', ''],
    ['sign-off', '5 年内批一次', ''],
    ['approval', '5 年前批过', ''],
    ['acceptance', '6 收到，8 去不了', ''],
    ['acceptance', '3 周五去', ''],
    ['check', '3 垃圾桶满了没人收', ''],
  ])('%s: "%s"', (kind, words, right) => {
    expect(askedBackOr(right)).toContain(done(kind, words));
  });
});

describe('what turns is heard', () => {
  it.each<[AskKind, string, string]>([
    ['approval', '没意见，不过户口要先迁', 'documents'],
    ['check', '没问题，不过户外灭火器过期', 'failed'],
    ['check', '没问题，不过来水管老化', 'failed'],
    ['settlement', '已沟通不过对方没同意', ''],
    ['check', '合格 不过关键岗位没人', 'failed'],
  ])('%s: "%s"', (kind, words, right) => {
    expect(askedBackOr(right)).toContain(done(kind, words));
  });

  it.each<[AskKind, string, string]>([
    ['check', '验收通不过，线太乱', 'failed'],
    ['acceptance', '有事，走不过去', 'decline'],
  ])('%s: "%s" is %s, and turns nowhere', (kind, words, option) => {
    expect(done(kind, words)).toBe(option);
  });
});

describe('how it was before is left out only where it is said how it is now', () => {
  it.each<[AskKind, string]>([
    ['outcome', '验收之前还差三户，其他都好了'],
    ['outcome', '昨天换了两盏还剩一盏，换好了'],
    ['outcome', '昨天说修一半，好了'],
    ['approval', '昨天批了，今天撤回'],
    ['settlement', '昨天谈好了，今天反悔了'],
    ['settlement', '昨天签了，今天撤了'],
    ['confirmation', '本来不满意，后来修好了'],
  ])('%s: "%s" is asked back', (kind, words) => {
    expect(askedBackOr(words.startsWith('本来') ? 'satisfied' : '')).toContain(done(kind, words));
  });
});

describe('a lone little picture is no result', () => {
  it.each<[AskKind, string]>(
    (['outcome', 'settlement', 'rectification', 'application', 'report'] as const).flatMap((kind) =>
      ['👌', '👍', '🫡', '✅', 'K7QV 👌', '👍👍'].map((words): [AskKind, string] => [kind, words]),
    ),
  )('%s: "%s" is asked back', (kind, words) => {
    expect(askedBackOr(kind === 'report' ? 'going' : '')).toContain(done(kind, words));
  });

  it.each<[AskKind, string, string]>([
    ['acceptance', '👍', 'accept'],
    ['outcome', '修好了👍', 'done'],
    ['confirmation', '👍', 'satisfied'],
  ])('%s: "%s" is %s', (kind, words, option) => {
    expect(done(kind, words)).toBe(option);
  });
});

describe('who cannot do it themselves does not take it', () => {
  it.each(['我们自己办不了', '我们自己弄不了', '我们自己干不成', '自己做不了'])('returned: "%s"', (words) => {
    expect(askedBackOr('refuse transfer')).toContain(done('returned', words));
  });
});

describe('aid that is asked for is not given', () => {
  it.each<[AskKind, string]>([
    ['outcome', 'he asks for 500'],
    ['outcome', '修好需要三百块钱'],
    ['outcome', 'needs 300 yuan for a new pump'],
    ['outcome', '申请救助800'],
    ['settlement', '要500块'],
    ['report', '想要200元'],
    ['outcome', '先给500让他自己修'],
  ])('%s: "%s"', (kind, words) => {
    expect(askedBackOr('')).toContain(done(kind, words));
  });

  it.each(['已给他送去500元', '给了两百块钱救急', 'gave her 300 yuan'])('outcome: "%s" is aid', (words) => {
    expect(done('outcome', words)).toBe('aid');
  });
});

describe('a doubt beside a digit or a keyword is asked back', () => {
  it.each<[AskKind, string]>([
    ['outcome', '1 临时堵上了'],
    ['outcome', '1 ok once they sign'],
    ['approval', '同意，材料齐了再办'],
    ['approval', '1 材料齐了再办'],
    ['outcome', '办结，待验收'],
    ['report', '1 火又着了'],
    ['report', '1 复燃了'],
    ['report', '1 it flared up again'],
    ['report', '1 still burning'],
    ['report', '完成 又漏了'],
    ['report', '办结 还在烧'],
    ['report', '1 火没灭'],
  ])('%s: "%s"', (kind, words) => {
    expect(askedBackOr('')).toContain(done(kind, words));
  });

  it.each<[AskKind, string]>([
    ['outcome', '1 已修好'],
    ['outcome', '1 换了灯泡，亮了'],
    ['report', '1 火灭了，无人受伤'],
    ['report', '办结 阀门关了，不漏了'],
    ['approval', '同意 材料齐全'],
  ])('%s: "%s" is done', (kind, words) => {
    expect(done(kind, words)).toBe('done');
  });
});

describe('a digit that puts off, with words that it is done, is asked back', () => {
  it.each<[AskKind, string]>([
    ['outcome', '3 修好了'],
    ['report', '3 done'],
  ])('%s: "%s"', (kind, words) => {
    expect(askedBackOr('')).toContain(done(kind, words));
  });

  it.each<[AskKind, string]>([
    ['outcome', '3 修好要等周五'],
    ['approval', '3 缓两天'],
  ])('%s: "%s" is put off', (kind, words) => {
    expect(done(kind, words)).toBe('extend');
  });
});

describe('two noes are asked back', () => {
  it.each<[AskKind, string, string]>([
    ['approval', '没法不同意', 'done'],
    ['approval', '并非不同意', 'done'],
    ['approval', '未见不符合条件，同意', 'done'],
    ['taking-up', '不能不受理', 'accept'],
    ['acceptance', '不能不去', 'accept'],
    ['approval', '不得不批', 'done'],
  ])('%s: "%s"', (kind, words, right) => {
    expect(askedBackOr(right)).toContain(done(kind, words));
  });
});
