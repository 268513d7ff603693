import { ASK_KIND_NAMES } from '../../../domain/asks/ask-names.js';
import { ASK_KINDS, type AskKind, RESIDENT_KINDS } from '../../../domain/asks/ask-kinds.js';
import { matchReply } from '../../../domain/sms/match-reply.js';
import type { OpenAsk } from '../../../domain/sms/match.js';
import { parseText } from '../../../domain/sms/parse-text.js';
import { sortText } from '../../../domain/sms/sort-text.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const ask = (changes: Partial<OpenAsk> = {}): OpenAsk => ({
  code: 'K7QV',
  kind: 'acceptance',
  options: ['accept', 'transfer'],
  state: 'open',
  ...changes,
});
const VERDICT = ask({ code: 'R7PB', kind: 'confirmation', options: ['satisfied', 'unsatisfied'] });
const QUESTION = ask({ code: 'B1KD', kind: 'clarify', options: ['said'] });

const hearing = (asks: readonly OpenAsk[]) => (words: string) =>
  matchReply(parseText(words, '2026-08-24'), asks);

/** What a text is taken for, in order. */
function taken(text: string, { asks = [] as OpenAsk[], staff = false } = {}) {
  const parsed = parseText(text, '2026-08-24');
  const match = matchReply(parsed, asks);
  const sorted = sortText({
    text,
    parsed,
    match,
    asks,
    staff,
    read: (words) => readWords(town, words),
    hear: hearing(asks),
  });
  return sorted.map((one) => (one.as === 'command' ? `command ${one.command.name}` : one.as));
}

describe('a danger comes first', () => {
  it.each([
    ['from whoever is asked nothing, though it begins with a number', '52网格有户人家煤气泄漏', []],
    [
      'though it begins with a word that refuses',
      'No electricity since noon and my father needs his oxygen machine, battery at 20 percent. Hanjiawa group 8',
      [],
    ],
    ['from a resident who is asked whether they are satisfied', '煤气漏了 侯家院 三组!!!', [VERDICT]],
    [
      'that begins with "no", from a resident who is asked for a verdict',
      'no power and my mother is on a ventilator',
      [VERDICT],
    ],
    ['from a cadre who is asked something else', '快来 朱口三组着火了', [ask()]],
    ['that begins with the word for help', 'help there is a fire in the kitchen', []],
  ])('%s', (_who, text, asks) => {
    expect(taken(text, { asks: [...asks] })).toEqual(['danger']);
  });

  it('and an answer beside it counts too, where it clearly is one', () => {
    expect(taken('1 收到 三组煤气漏了 味很大', { asks: [ask()], staff: true })).toEqual(['answer', 'danger']);
  });
});

describe('whoever of the staff is asked something', () => {
  const asked = (kind: AskKind): OpenAsk[] => [
    ask({ kind, options: ASK_KINDS[kind].map(({ option }) => option) }),
  ];

  it.each<[AskKind, string]>([
    ['report', '师傅在路上'],
    ['report', '人都在别的现场 派不出人'],
    ['rectification', '后门的货搬到仓库去了 能走人了'],
    ['application', 'he lives with his sister'],
  ])('answers, though a report in these words would be a danger: %s, "%s"', (kind, text) => {
    expect(readWords(town, text).danger.level).not.toBe('none');
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual(['answer']);
  });

  it.each<[AskKind, string]>([
    ['acceptance', '快来 着火了'],
    ['acceptance', '孩子找不着了'],
    ['outcome', '线掉地上了 冒火花'],
    ['outcome', '有人掉井里了'],
    ['report', 'gas is leaking everywhere here'],
    ['check', '楼道里煤气味呛人'],
  ])('is heard when they name a danger: %s, "%s"', (kind, text) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toContain('danger');
  });

  it.each(['触电了', '着火了', 'wall collapsed', '煤气漏了'])(
    'is heard when they name a danger in a word or two, with the code of what they are asked or without: "%s"',
    (danger) => {
      for (const text of [danger, `K7QV ${danger}`, `${danger} K7QV`])
        expect(taken(text, { asks: asked('outcome'), staff: true })).toContain('danger');
    },
  );

  it.each<[AskKind, string]>([
    ['confirmation', '2, my mum has passed out'],
    ['confirmation', 'no, my mum has passed out'],
    ['outcome', '3 明天再修，今天有人被砸了'],
    ['taking-up', '没空，我这边河里捞人呢'],
    ['follow-up', "not home, neighbour hasn't seen him since yesterday, his shoe is by the well"],
    ['call', '接了 光喘气不说话'],
  ])(
    'is heard when an answer tells of a danger, though it sounds like one of its kind: %s, "%s"',
    (kind, text) => {
      const staff = !RESIDENT_KINDS.has(kind);
      expect(taken(text, { asks: asked(kind), staff })).toContain('danger');
    },
  );

  const PLAIN_DANGERS =
    '触电了 塌方了 车翻了 撞人了 人埋住了 困电梯里了 滑坡了 墙倒了 淹水了 被打了 割腕了 炸伤了 心脏病犯了 有人中毒 煤气罐爆炸 动刀了 蛇咬了 噎住了 楼要塌 桥要断 抽过去了 有人要跳楼'
      .split(' ')
      .concat(
        'zhaohuo le',
        'wall collapsed',
        'trapped in lift',
        'electrocuted',
        'going to jump',
        'live wire down',
      );
  it.each(ASK_KIND_NAMES.filter((kind) => kind !== 'clarify'))(
    'is heard when they name one in a word or two, whatever they are asked: %s',
    (kind) => {
      const heard = (text: string) => taken(text, { asks: asked(kind), staff: true }).includes('danger');
      const dangers = PLAIN_DANGERS.filter((text) => readWords(town, text).danger.confidence >= 0.7);
      expect(dangers.length).toBeGreaterThan(20);
      expect(dangers.filter((text) => !heard(text))).toEqual([]);
    },
  );

  it.each<[AskKind, string]>([
    ['follow-up', '她跟我说活着没意思，药都准备好了'],
    ['follow-up', 'she is black and blue, he beats her every night'],
    ['report', "people still in there and can't get out"],
  ])('is heard in words that tell of one beside another ask: %s, "%s"', (kind, text) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toContain('danger');
  });

  it.each<[AskKind, string]>([
    ['acceptance', '哪个村的？我没看懂'],
    ['outcome', '哪个村的？我没看懂'],
    ['outcome', 'which one do you mean'],
  ])('asks what is meant, and is told what may be answered: %s, "%s"', (kind, text) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual(['answer']);
  });

  it.each<[string, AskKind, string, string]>([
    ['is for what is asked, though it asks for nothing', 'acceptance', '那边下大雨呢', 'answer'],
    [
      'is for what is asked, though it asks for nothing',
      'acceptance',
      'Careful, the yard has geese',
      'answer',
    ],
    ['is for what is asked, though it sounds like a question', 'outcome', '那个灯杆编号是018', 'answer'],
    [
      'is for what its code names, whatever place it names',
      'outcome',
      'K7QV 三组那家没人，电话也打不通',
      'answer',
    ],
    ['is nothing where it only thanks', 'acceptance', '谢谢', 'nothing'],
    ['is nothing where it only thanks', 'acceptance', 'thanks', 'nothing'],
  ])('a remark %s: %s, "%s" is %s', (_how, kind, text, as) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual([as]);
  });

  it('of two asks without a code, a remark that asks for nothing is no answer to either', () => {
    const asks = [ask(), ask({ code: 'R7PB' })];
    expect(taken('那边下大雨呢', { asks, staff: true })).toEqual(['nothing']);
    expect(taken('R7PB 那边下大雨呢', { asks, staff: true })).toEqual(['answer']);
  });

  it('asks what is meant, and is told how things stand where they are a resident: "哪个村的？我没看懂"', () => {
    expect(taken('哪个村的？我没看懂', { asks: asked('confirmation') })).toEqual(['news']);
  });

  it.each<[AskKind, string]>([
    ['confirmation', '灯亮了 老伴摔了起不来'],
    ['confirmation', '灯亮了，我奶奶摔倒起不来了'],
    ['confirmation', '修好了 孩子走丢了'],
    ['confirmation', '没问题，线有点冒火花'],
    ['confirmation', '不满意，孩子发烧抽了'],
    ['confirmation', '修好了 有人打我'],
    ['confirmation', 'fine, but she took all her pills'],
    ['confirmation', "lamp ok. my father has fallen and can't get up"],
    ['check', '合格 煤气有点漏'],
    ['follow-up', '叫门不应，屋里有煤味'],
    ['outcome', '办结 火又起来了'],
    ['outcome', '修好了，工人触电了'],
    ['outcome', '修好了，师傅触电了'],
    ['outcome', '修好了，他家煤气有点漏'],
    ['acceptance', '来不了，三组着火了'],
    ['acceptance', '来不了，孩子发烧抽过去了'],
  ])('answers, and names a danger behind it: both are heard: %s, "%s"', (kind, text) => {
    const staff = !RESIDENT_KINDS.has(kind);
    expect(taken(text, { asks: asked(kind), staff })).toEqual(['answer', 'danger']);
  });

  it.each<[AskKind, string]>([
    ['acceptance', '来不了，孩子发烧'],
    ['acceptance', '孩子发烧 去医院了'],
    ['taking-up', "can't come, my daughter has a fever"],
    ['report', "can't make it, wife in labour"],
  ])('says what keeps them, and reports nothing: %s, "%s"', (kind, text) => {
    expect(readWords(town, text).danger.level).not.toBe('none');
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual(['answer']);
  });

  it.each<[AskKind, string]>([
    ['returned', 'not yet'],
    ['taking-up', 'not yet'],
    ['supervision', 'not yet'],
  ])('answers that it is not yet so, and asks nothing: %s, "%s"', (kind, text) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual(['answer']);
  });

  it('answers two at once', () => {
    const asks = [ask(), ask({ code: 'R7PB' })];
    expect(taken('两个都收到', { asks, staff: true })).toEqual(['answer', 'answer']);
  });

  it.each<[AskKind, string]>([
    ['report', '到那了 正在卸沙袋'],
    ['outcome', '修好了，线换了新的'],
    ['check', '合格，灭火器都在'],
    ['outcome', '修好了，不冒火花了'],
  ])('answers in several clauses, none of them a danger: %s, "%s"', (kind, text) => {
    expect(taken(text, { asks: asked(kind), staff: true })).toEqual(['answer']);
  });

  it.each<[AskKind, string]>([
    ['acceptance', "on it. by the way there's a tree down across the Mill Road, blocked entirely"],
    ['confirmation', '亮了，还有我老伴胸口疼得喘不上气'],
  ])('begins with an answer, and all of it is none: both are heard: %s, "%s"', (kind, text) => {
    const staff = !RESIDENT_KINDS.has(kind);
    expect(taken(text, { asks: asked(kind), staff })).toEqual(['answer', 'danger']);
  });

  it('names a danger and no answer, in a text that as a whole speaks of none: it is heard with what follows', () => {
    const heard = taken("the light's fixed. my husband has chest pains", { asks: [VERDICT] });
    expect(heard).toContain('danger');
  });

  it.each(["Clinic. generator won't start, two on concentrators, one cylinder between them"])(
    'begins with a clause that only sounds like an answer: "%s"',
    (text) => {
      expect(taken(text, { asks: asked('check'), staff: true })).toEqual(['danger']);
    },
  );

  it('goes on about the same work: "办好了，顺便把隔壁的也弄了"', () => {
    expect(taken('办好了，顺便把隔壁的也弄了', { asks: asked('outcome'), staff: true })).toEqual(['answer']);
  });

  it('finds a problem that is a danger: both are heard', () => {
    expect(taken('K7QV 2 家里煤气漏气 味很大', { asks: asked('follow-up'), staff: true })).toEqual([
      'answer',
      'danger',
    ]);
  });
});

describe('an answer comes second', () => {
  it.each([
    ['1', [ask()]],
    ['收到', [ask()]],
    ['K7QV 1', [ask()]],
    ['不满意', [VERDICT]],
    ['1 已修好', [ask({ kind: 'outcome', options: ['done', 'extend', 'transfer', 'refuse'] })]],
  ])('"%s"', (text, asks) => {
    expect(taken(text, { asks: [...asks] })).toEqual(['answer']);
  });

  it.each([
    ['收到，另外三组井盖也没了', ['answer', 'danger']],
    ['收到，另外五组路灯也不亮了', ['answer', 'words']],
    ['1，对了，垃圾好几天没人清了', ['answer', 'words']],
    ['ok, also the street light by the school is out', ['answer', 'words']],
  ])('"%s" is an answer and another matter', (text, both) => {
    expect(taken(text, { asks: [ask()], staff: true })).toEqual(both);
  });

  it('in words, before another matter, is both', () => {
    expect(taken('好了 另外后街的水管爆了', { asks: [VERDICT] })).toEqual(['answer', 'words']);
  });

  it.each(['3组井盖没人换了', '1号楼又没水了', '2队路灯不亮', 'no water since yesterday in our lane'])(
    '"%s" from somebody who is asked nothing is a matter, for all it begins with',
    (text) => {
      expect(['words', 'danger']).toContain(taken(text)[0]);
    },
  );

  it.each([['郭楼三组'], ['2'], ['就在石桥村口那里'], ['第二个']])(
    'words are what was asked back: "%s"',
    (text) => {
      expect(taken(text, { asks: [QUESTION] })).toEqual(['said']);
    },
  );

  it.each([
    ['K7QV 2', '2'],
    ['郭楼三组 k7qv', '郭楼三组'],
    ['2', '2'],
  ])('"%s" says "%s", with or without the code', (text, words) => {
    const parsed = parseText(text, '2026-08-24');
    const question = ask({ kind: 'clarify', options: ['said'] });
    const asks = [question];
    const match = matchReply(parsed, asks);
    const read = (said: string) => readWords(town, said);
    expect(sortText({ text, parsed, match, asks, staff: false, read, hear: hearing(asks) })).toEqual([
      { as: 'said', ask: question, words },
    ]);
  });

  it('a code names another ask than the question that is open', () => {
    expect(taken('K7QV 1', { asks: [QUESTION, ask()] })).toEqual(['answer']);
  });
});

describe('then a command, a question how things stand, a matter, nothing', () => {
  it.each([
    ['帮助', 'command help'],
    ['退订', 'command opt-out'],
    ['撤回', 'command withdraw'],
    ['help', 'command help'],
    ['待办', 'command list'],
    ['代报 李奶奶家路灯不亮', 'command report-on-behalf'],
  ])('"%s" is a command', (text, command) => {
    expect(taken(text)).toEqual([command]);
  });

  it.each([
    ['接待室的灯坏了', 'words'],
    ['Leave of absence of the bin men: rubbish has not been collected', 'words'],
    ['help, the street light has been out for two weeks', 'words'],
  ])('"%s" only begins like one', (text, as) => {
    expect(taken(text)).toEqual([as]);
  });

  it.each(['进度', '查询', '办得怎么样了', 'any news', '58E6-G3B6'])('"%s" asks how things stand', (text) => {
    expect(taken(text)).toEqual(['news']);
  });

  it.each(['谢谢', '👍', '[图片]', '', '   ', 'ok', '【快递】您的包裹已到驿站，取件码5-2-1034'])(
    '"%s" asks for nothing',
    (text) => {
      expect(['nothing', 'answer']).toContain(taken(text)[0]);
    },
  );
});
