import * as fc from 'fast-check';
import { ASK_KIND_NAMES, ASK_KINDS, type AskKind, type OptionRule } from '../../../domain/asks/ask-kinds.js';
import { askCode } from '../../../domain/codes/ask-code.js';
import { checkCharacter } from '../../../domain/codes/check-character.js';
import { optionGuide, optionList } from '../../../domain/asks/option-words.js';
import { matchReply } from '../../../domain/sms/match-reply.js';
import type { Match, OpenAsk } from '../../../domain/sms/match.js';
import { parseText } from '../../../domain/sms/parse-text.js';

const codeOf = (payload: string): string => payload + checkCharacter(payload);
const K7Q = codeOf('K7Q');
const M2P = codeOf('M2P');
const V4T = codeOf('V4T');

/** Nobody may refuse where whoever cannot come says so: an emergency. */
const isOffered =
  (kind: AskKind) =>
  ({ option }: OptionRule): boolean =>
    kind !== 'report' || option !== 'decline';

const ask = (code: string, kind: AskKind, state: OpenAsk['state'] = 'open'): OpenAsk => ({
  code,
  kind,
  options: ASK_KINDS[kind].filter(isOffered(kind)).map((rule) => rule.option),
  state,
});

const reply = (text: string, ...asks: OpenAsk[]): Match => matchReply(parseText(text, '2026-11-23'), asks);

describe('one open question', () => {
  const outcome = ask(K7Q, 'outcome');

  test.each([
    ['1 已修好', 'done', '已修好'],
    ['办结 已修好', 'done', '已修好'],
    [`1 已修好 ${K7Q}`, 'done', '已修好'],
    [`${K7Q} 3 等零件，周五到`, 'extend', '等零件，周五到'],
    ['延期 等零件', 'extend', '等零件'],
    ['4 供水', 'transfer', '供水'],
    ['4转办+供水公司', 'transfer', '供水公司'],
    ['4转办（供水公司）', 'transfer', '供水公司'],
    ['1 办结 已修好', 'done', '已修好'],
    ['3 延期：等零件', 'extend', '等零件'],
  ] as const)('"%s" is the answer %s', (text, option, note) => {
    expect(reply(text, outcome)).toEqual({ kind: 'answer', ask: outcome, option, note });
  });

  it('an option that needs a reason is asked for it', () => {
    for (const text of ['3', '延期', '3 延期', `${K7Q} 3`, '3。']) {
      expect(reply(text, outcome)).toEqual({ kind: 'note-needed', ask: outcome, option: 'extend' });
    }
  });

  it('whoever says no more than that it is done is asked once what was done', () => {
    expect(reply('1', outcome)).toEqual({ kind: 'note-needed', ask: outcome, option: 'done' });
    const begun = { ...outcome, begun: { option: 'done', note: '' } } as const;
    expect(reply('换了个灯泡', begun)).toMatchObject({ kind: 'answer', option: 'done', note: '换了个灯泡' });
    expect(reply('1', begun)).toMatchObject({ kind: 'answer', option: 'done', note: '' });
  });

  it('what was missing is given by the next text, unless that says something else altogether', () => {
    const begun = { ...outcome, begun: { option: 'extend', note: '' } } as const;
    expect(reply('等零件，周五到', begun)).toMatchObject({ option: 'extend', note: '等零件，周五到' });
    expect(reply('3', begun)).toMatchObject({ kind: 'note-needed', option: 'extend' });
    expect(reply('1 已修好', begun)).toMatchObject({ option: 'done', note: '已修好' });
    expect(reply('修好了', begun)).toMatchObject({ option: 'done' });
    const done = { ...outcome, begun: { option: 'done', note: '' } } as const;
    for (const words of ['没修好', '修不了', '什么意思', '谁说的', 'not fixed'])
      expect(reply(words, done)).not.toMatchObject({ kind: 'answer', option: 'done' });
  });

  test.each([
    ['outcome', 'refuse', '没钱'],
    ['outcome', 'refuse', 'no money left this year'],
    ['outcome', 'refuse', "it's up to the owner"],
    ['outcome', 'refuse', '入户核查人均超标准了'],
    ['outcome', 'extend', '下雨没法弄'],
    ['outcome', 'extend', '他家没人，去了两趟'],
    ['outcome', 'transfer', 'the water people'],
    ['outcome', 'transfer', '51'],
    ['outcome', 'aid', '50'],
    ['returned', 'refuse', '自家院里的线要自己请电工'],
    ['returned', 'refuse', 'they can do it themselves'],
  ] as const)(
    'what is waited for is what the words are, whatever they sound like: %s, %s: "%s"',
    (kind, option, words) => {
      const begun = { ...ask(K7Q, kind), begun: { option, note: '' } };
      expect(reply(words, begun)).toMatchObject({ kind: 'answer', option, note: words });
    },
  );

  test.each([
    ['outcome', 'refuse', '不好意思，修好了', 'done'],
    ['outcome', 'done', '转给供电所修的', 'transfer'],
    ['outcome', 'extend', '要转给供电所，他们周五来', 'transfer'],
    ['acceptance', 'transfer', '算了我去吧', 'accept'],
  ] as const)(
    'what surely is another option than the digit before is asked about: %s, %s: "%s"',
    (kind, begun, words, option) => {
      expect(reply(words, { ...ask(K7Q, kind), begun: { option: begun, note: '' } })).toMatchObject({
        kind: 'likely',
        option,
      });
    },
  );

  test.each([
    ['acceptance', '1 2'],
    ['acceptance', '1或2'],
    ['outcome', '3 2'],
    ['confirmation', '1 2 3'],
    ['outcome', '1 nearly there'],
    ['rectification', 'done except the paint'],
    ['outcome', 'ok'],
    ['check', '2 没有问题'],
    ['confirmation', '2 no complaints'],
  ] as const)(
    'several digits, a half, a no that finds nothing wrong, and no more than "ok" are asked back: %s "%s"',
    (kind, text) => {
      expect(['bad-option', 'likely']).toContain(reply(text, ask(K7Q, kind)).kind);
    },
  );

  it.each(['发错了，是修好了', '不是，我按错了'])('a slip is no reason: "%s"', (words) => {
    const begun = { ...outcome, begun: { option: 'refuse', note: '' } } as const;
    expect(reply(words, begun)).toMatchObject({ kind: 'bad-option' });
  });

  it('what was guessed at is confirmed by its digit, with the words that came first', () => {
    const begun = { ...outcome, begun: { option: 'refuse', note: '这是他自家的线' } } as const;
    expect(reply('2', begun)).toMatchObject({ kind: 'answer', option: 'refuse', note: '这是他自家的线' });
    expect(reply('修好了', begun)).toMatchObject({ kind: 'answer', option: 'done' });
  });

  it('a digit is read by the table that its own text offered', () => {
    const before = { ...outcome, digitsBefore: true };
    expect(reply('2 等零件', before)).toMatchObject({ option: 'extend' });
    expect(reply('3 供水', before)).toMatchObject({ option: 'transfer' });
    expect(reply('4 没有人', before)).toMatchObject({ option: 'refuse' });
  });

  it('an option that was not offered gets the list of options', () => {
    const offered = { ...ask(K7Q, 'acceptance'), options: ['accept', 'transfer'] as const };
    for (const text of ['3', '7', '合并', `${K7Q} 3`]) {
      expect(reply(text, offered)).toEqual({ kind: 'bad-option', ask: offered });
    }
  });

  it('a code alone gets the list of options', () => {
    expect(reply(K7Q, outcome)).toEqual({ kind: 'bad-option', ask: outcome });
  });

  it('the same keyword means what the question asked', () => {
    expect(reply('no', ask(K7Q, 'confirmation'))).toMatchObject({ option: 'unsatisfied' });
    expect(reply('no: no income proof', ask(K7Q, 'approval'))).toMatchObject({
      option: 'refuse',
      note: 'no income proof',
    });
    expect(reply('no', ask(K7Q, 'approval'))).toMatchObject({ kind: 'note-needed', option: 'refuse' });
  });

  it.each(['1 没味了', '1 dry at last', '1 no more smell', '1 the lamp is lit again'])(
    '"%s" is a yes: what was wrong is gone',
    (text) => {
      expect(reply(text, ask(V4T, 'confirmation'))).toMatchObject({ kind: 'answer', option: 'satisfied' });
    },
  );

  it.each(['1 没修好', '1 leaking again', '1 no water again'])(
    '"%s" contradicts itself, and is asked back',
    (text) => {
      expect(reply(text, ask(V4T, 'confirmation')).kind).toBe('bad-option');
    },
  );

  it('a number and a keyword that contradict each other are no answer', () => {
    const confirmation = ask(K7Q, 'confirmation');
    expect(reply('1 不满意，还在漏', confirmation)).toEqual({ kind: 'bad-option', ask: confirmation });
    expect(reply('1 no', confirmation)).toEqual({ kind: 'bad-option', ask: confirmation });
    expect(reply('1 no problem at all', confirmation)).toMatchObject({
      option: 'satisfied',
      note: 'no problem at all',
    });
  });

  it('closed questions do not stand in the way of the open one', () => {
    expect(
      reply('1 已修好', ask(M2P, 'acceptance', 'answered'), outcome, ask(V4T, 'report', 'expired')),
    ).toMatchObject({
      kind: 'answer',
      ask: outcome,
    });
  });
});

describe('one text for all that is asked', () => {
  const both = (kind: AskKind) => [ask(K7Q, kind), ask(M2P, kind)];

  test.each([
    ['acceptance', '两个都收到', 'accept'],
    ['outcome', '好的，两个都办好了', 'done'],
    ['outcome', 'both done', 'done'],
    ['approval', 'both approved', 'done'],
  ] as const)('answers each of them alike, where their number is right: %s "%s"', (kind, text, option) => {
    const asks = both(kind);
    expect(reply(text, ...asks)).toMatchObject({
      kind: 'several',
      each: asks.map((one) => ({ ask: one, option })),
    });
  });

  test.each([
    ['of another number', '三个都收到', both('acceptance')],
    ['of two things of which one request may speak', '两个灯都修好了', both('outcome')],
    ['of two things, in English', 'both lamps fixed', both('outcome')],
    ['that says something else to one of them', '两个都收到', [ask(K7Q, 'acceptance'), ask(M2P, 'outcome')]],
  ])('answers none where it is %s: "%s"', (_why, text, asks) => {
    expect(reply(text, ...asks)).not.toHaveProperty('each');
  });
});

describe('several open questions', () => {
  const asks = [ask(K7Q, 'acceptance'), ask(M2P, 'outcome')] as const;

  it('a digit without a code gets the list, even where it fits only one', () => {
    for (const text of ['1', '3 等零件', '2 没有人']) {
      expect(reply(text, ...asks)).toEqual({ kind: 'several', asks });
    }
  });

  it('words that fit one of them only answer it', () => {
    expect(reply('好的马上去', ...asks)).toMatchObject({
      kind: 'answer',
      ask: asks[0],
      option: 'accept',
    });
    const alike = [ask(K7Q, 'acceptance'), ask(M2P, 'acceptance')] as const;
    expect(reply('好的马上去', ...alike)).toEqual({ kind: 'several', asks: alike, heard: true });
  });

  it('the code decides', () => {
    expect(reply(`${M2P} 1 已修好`, ...asks)).toMatchObject({ kind: 'answer', ask: asks[1], option: 'done' });
    expect(reply(`1${K7Q}`, ...asks)).toMatchObject({ kind: 'answer', ask: asks[0], option: 'accept' });
  });

  it.each([`1 已修好 ${M2P}`, `1 已修好${M2P}。`, `办结 已修好，${M2P.toLowerCase()}`])(
    'a code that stands last decides too, and is no part of the note: %s',
    (text) => {
      const [, meant] = asks;
      expect(reply(text, ...asks)).toEqual({ kind: 'answer', ask: meant, option: 'done', note: '已修好' });
    },
  );

  it('what stands last and is the code of no ask of theirs is a word of the note', () => {
    expect(reply(`1 已修好 ${V4T}`, ...asks)).toEqual({ kind: 'several', asks });
    expect(reply(`1 已修好 ${V4T}`, asks[1])).toMatchObject({ kind: 'answer', note: `已修好 ${V4T}` });
  });

  it('closed ones are not listed', () => {
    expect(reply('1', ask(V4T, 'outcome', 'expired'), ...asks)).toEqual({ kind: 'several', asks });
  });
});

describe('a code that fits no question', () => {
  it('near one is answered with the likely code, never taken for it', () => {
    const slip = `${K7Q.slice(0, 3)}${K7Q.endsWith('4') ? '5' : '4'}`;
    expect(reply(`1 ${slip}`, ask(K7Q, 'outcome'))).toEqual({
      kind: 'near-code',
      typed: slip,
      likely: [K7Q],
    });
    expect(reply(`${slip}1`, ask(K7Q, 'outcome'), ask(M2P, 'outcome'))).toMatchObject({ likely: [K7Q] });
  });

  it('near none is unknown', () => {
    expect(reply(`1 ${V4T}`, ask(K7Q, 'outcome'))).toEqual({ kind: 'unknown-code', typed: V4T });
    expect(reply(`${V4T} 1`)).toEqual({ kind: 'unknown-code', typed: V4T });
  });
});

describe('an answer that comes too late', () => {
  it('by code is told what happened', () => {
    const expired = ask(K7Q, 'acceptance', 'expired');
    const answered = ask(M2P, 'acceptance', 'answered');
    expect(reply(`1 ${K7Q}`, expired, answered)).toMatchObject({
      kind: 'late',
      ask: expired,
      would: { kind: 'answer', option: 'accept' },
    });
    expect(reply(`1 ${M2P}`, expired, answered)).toEqual({ kind: 'answered', ask: answered });
  });

  it('without a code and with nothing open is told about the last question', () => {
    const expired = ask(K7Q, 'acceptance', 'expired');
    expect(reply('1', ask(M2P, 'outcome', 'answered'), expired)).toMatchObject({
      kind: 'late',
      ask: expired,
      would: { kind: 'answer', option: 'accept' },
    });
  });

  it('with no question at all is told that nothing is open', () => {
    expect(reply('1')).toEqual({ kind: 'nothing-open' });
    expect(reply('收到')).toEqual({ kind: 'nothing-open' });
    expect(reply('路灯坏了')).toEqual({ kind: 'unread' });
  });
});

describe('a code that begins as a time of the day does', () => {
  it.each(['1 AM24', '1AM24', '1 pm99'])('is a code behind an option: "%s"', (text) => {
    const code = text.slice(-4).toUpperCase();
    expect(reply(text, ask(code, 'outcome'))).toMatchObject({ option: 'done' });
  });
});

describe('a command', () => {
  it('goes before every open question', () => {
    expect(reply('帮助', ask(K7Q, 'outcome'))).toEqual({ kind: 'command', command: { name: 'help' } });
  });
});

describe('laws of the grammar', () => {
  // Where nobody is asked there is nothing to choose.
  const kinds = ASK_KIND_NAMES.filter((kind) => ASK_KINDS[kind].length > 0);
  const chosen = fc
    .constantFrom(...kinds)
    .chain((kind) =>
      fc.tuple(fc.constant(kind), fc.constantFrom(...ASK_KINDS[kind].filter(isOffered(kind)))),
    );
  // The word of what no text offers is a command, which finds by the code what it is about.
  const word = ({ number, keywords, unlisted }: OptionRule): fc.Arbitrary<string> =>
    fc.constantFrom(String(number), ...(unlisted ? [] : keywords));
  const code = fc.uint8Array({ minLength: 6, maxLength: 6 }).map(askCode);
  const space = fc.constantFrom('', ' ', '  ', '　', '，', ', ', '：');
  const width = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  );
  const letterCase = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toLowerCase(),
    (text: string) => text.toUpperCase(),
  );

  it('every option of every question is read with its code, in either order, any width, case and spacing', () => {
    fc.assert(
      fc.property(
        chosen.chain(([kind, rule]) => fc.tuple(fc.constant(kind), fc.constant(rule), word(rule))),
        code,
        fc.boolean(),
        fc.tuple(space, space),
        width,
        letterCase,
        ([kind, rule, said], code, codeFirst, [between, before], width, cased) => {
          // A Latin word must end before the code begins.
          fc.pre(codeFirst || between !== '' || !/[a-z]$/.test(said));
          const answer = codeFirst ? code + between + said : said + between + code;
          const text = width(cased(answer)) + before + '某某';
          const asked = ask(code, kind);
          const other = ask(code === K7Q ? M2P : K7Q, kind);
          expect(reply(text, other, asked)).toMatchObject({
            kind: 'answer',
            ask: asked,
            option: rule.option,
            note: '某某',
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('every text whatever is read without failing, and answers only what is open', () => {
    const asks = [ask(K7Q, 'outcome'), ask(M2P, 'acceptance', 'expired')];
    const piece = fc.constantFrom(
      '1',
      '2',
      ' ',
      K7Q,
      M2P,
      '办结',
      '收到',
      'no',
      '撤回',
      '休假',
      '8/24',
      '，',
      '周五',
      'x9',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        const match = reply(text, ...asks);
        expect(match.kind === 'answer' ? match.ask.state : 'open').toBe('open');
      }),
      { numRuns: 500 },
    );
  });
});

describe('every hint can be obeyed', () => {
  const offered = (kind: AskKind) => ASK_KINDS[kind].filter(isOffered(kind)).map(({ option }) => option);
  const hints = ASK_KIND_NAMES.filter((kind) => kind !== 'clarify').flatMap((kind) =>
    (['zh-CN', 'en'] as const).flatMap((language) =>
      offered(kind).flatMap((option) =>
        [optionList, optionGuide].map((list) => ({ kind, option, hint: list(kind, [option], language) })),
      ),
    ),
  );

  it.each(hints)(
    '$kind: whoever texts "$hint" does that, or is asked further; never anything else',
    ({ kind, option, hint }) => {
      for (const text of [hint, `${K7Q} ${hint}`, `${hint} ${K7Q}`]) {
        const match = reply(text, ask(K7Q, kind));
        const done = 'option' in match ? match.option : option;
        expect([match.kind, done]).toEqual([
          expect.stringMatching(/^(?:answer|note-needed|bad-option|likely)$/),
          option,
        ]);
      }
    },
  );
});
