import * as fc from 'fast-check';
import { describeTexts } from '../../../domain/texts/describe-texts.js';
import { lintTexts } from '../../../domain/texts/lint-texts.js';
import { cutTo } from '../../../domain/texts/fit-words.js';
import { signatureProblem } from '../../../domain/texts/manner-problems.js';
import { renderText } from '../../../domain/texts/render-text.js';
import { smsParts } from '../../../domain/texts/sms-parts.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from '../../../domain/texts/text-keys.js';
import type { Town } from '../../../domain/town/schema.js';
import { settings, town } from '../small-town.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const withText = (key: string, template: string): Town => town({ texts: { [key]: both(template) } });

describe('a text', () => {
  it('begins with the signature of its language and names what it is given', () => {
    const receipt = withText('receipt', '{request}: {person} / {due}');
    const values = { request: '7Q3K-9M2A', person: '张三', due: '11-23 17:30' };
    expect(renderText(receipt, 'receipt', 'zh-CN', values)).toBe('【小镇】7Q3K-9M2A: 张三 / 11-23 17:30');
    expect(renderText(receipt, 'receipt', 'en', values)).toBe('【Small Town】7Q3K-9M2A: 张三 / 11-23 17:30');
  });

  /** As much room as two parts have behind the signature and these words. */
  const roomBeside = (words: string): number => 134 - '【小镇】'.length - words.length;

  it('gives what it is told whole while there is room, and cuts it with an ellipsis where there is none', () => {
    const room = roomBeside('因为');
    const referred = (reason: string) =>
      renderText(withText('closed-referred', '因为{reason}'), 'closed-referred', 'zh-CN', { reason });
    expect(referred('长'.repeat(room))).toBe(`【小镇】因为${'长'.repeat(room)}`);
    expect(referred('长'.repeat(room + 1))).toBe(`【小镇】因为${'长'.repeat(room - 1)}…`);
  });

  it('never cuts a character in half', () => {
    const room = roomBeside('');
    const reason = `${'长'.repeat(room - 2)}😀😀`;
    const text = renderText(withText('closed-referred', '{reason}'), 'closed-referred', 'zh-CN', { reason });
    expect(text).toBe(`【小镇】${'长'.repeat(room - 2)}…`);
  });

  it('cuts names only where all the rest is as short as it can be', () => {
    const place = '很长的地名'.repeat(4);
    const remark = (words: string, more: string) =>
      renderText(withText('told-danger-possible', `{place}${more}{words}`), 'told-danger-possible', 'zh-CN', {
        place,
        words,
      });
    expect(remark('水'.repeat(300), '')).toContain(place);
    expect(remark('水'.repeat(300), '满'.repeat(170))).not.toContain(place);
  });

  it('goes without what it can spare where there is no room for it', () => {
    const small = withText('told-remark', '<补充意见：>{words}');
    const remark = (words: string) => renderText(small, 'told-remark', 'zh-CN', { words });
    expect(remark('路灯又坏了')).toBe('【小镇】补充意见：路灯又坏了');
    expect(remark('水'.repeat(130))).toBe(`【小镇】${'水'.repeat(130)}`);
  });

  it.each([
    ['没人在家', '【小镇】已转[：没人在家]。'],
    ['没人在家。', '【小镇】已转[：没人在家]。'],
    ['', '【小镇】已转。'],
    [' ', '【小镇】已转。'],
  ])('leaves out what leads to a reason that nobody gave ("%s")', (reason, expected) => {
    const text = renderText(withText('closed-referred', '已转[：{reason}]。'), 'closed-referred', 'zh-CN', {
      reason,
    });
    expect(text).toBe(expected.replace(/[[\]]/g, ''));
  });

  it('gives what somebody wrote the room that the rest leaves, in as many parts as the text may have', () => {
    const words = '水'.repeat(300);
    const lengthOf = (key: TextKey): number =>
      renderText(withText(key, '“{words}”'), key, 'zh-CN', { words }).length;
    expect(lengthOf('ask-acceptance')).toBe(134);
    expect(lengthOf('told-emergency')).toBe(201);
  });

  it('leaves out of what somebody wrote the numbers that are nobody else\u2019s business', () => {
    const words = '身份证11010519491231002X，银行卡4111111111111111，电话19900000901';
    const text = renderText(withText('ask-acceptance', '“{words}”'), 'ask-acceptance', 'zh-CN', { words });
    expect(text).toBe('【小镇】“身份证***，银行卡***，电话19900000901”');
  });

  it.each([
    ['http://evil.example/a?b=c 请看', '[链接] 请看'],
    ['点击www.evil.example领补贴', '点击[链接]领补贴'],
    ['补贴在 evil-town.top/x。', '补贴在 [链接]。'],
    ['写信给 a.b@evil.com 或 3.5 米', '写信给 a.b@evil.com 或 3.5 米'],
  ])('brings nobody to press a link that a stranger wrote: %s', (said, texted) => {
    const remark = withText('told-remark', '{phone} {words}');
    expect(renderText(remark, 'told-remark', 'zh-CN', { phone: '1', words: said })).toBe(
      `【小镇】1 ${texted}`,
    );
    const owned = withText('receipt', '{person}');
    expect(renderText(owned, 'receipt', 'zh-CN', { person: said })).toBe(`【小镇】${texted}`);
  });

  it('keeps the links that the town signs itself', () => {
    const page = 'https://town.example/asks/7Q3K9M2X-1?town=small&sig=abc';
    const link = withText('ask-link', '{code} {page}');
    expect(renderText(link, 'ask-link', 'zh-CN', { code: 'K7Q3', page })).toBe(`【小镇】K7Q3 ${page}`);
  });

  it('says who was asked in vain only where people\u2019s own words keep their room', () => {
    const render = (others: number) =>
      renderText(
        withText('ask-acceptance', `{before}“{words}”${'长'.repeat(others)}`),
        'ask-acceptance',
        'zh-CN',
        {
          before: '张三没有答复。',
          words: '水'.repeat(200),
        },
      );
    expect(render(95)).toContain('张三没有答复。');
    expect(render(105)).not.toContain('张三');
    for (const others of [95, 105]) expect(render(others)).toHaveLength(134);
  });

  it('never cuts English within a word, a name or a number', () => {
    const words = 'The manhole by number 104 Harbour Street is open and a child fell';
    for (let length = 12; length < words.length; length += 1) {
      const cut = cutTo(words, length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(`${words} `.startsWith(`${cut.replace(/\.\.\.$/, '')} `)).toBe(true);
      expect(cut).not.toMatch(/Harbour\.\.\.$/);
    }
  });

  it('never cuts within a piece that is read as one, whatever stands where', () => {
    const pieces = ['a', 'child', "neighbour's", 'water-works', 'Mary Byrne', 'Town Centre', '104'];
    const numbers = ['+353 1 991 1110', '+8619900000001', '17:30', '1,200.50', '24/8'];
    const piece = fc.constantFrom(...pieces, ...numbers);
    const gap = fc.constantFrom(' and ', ', near ', '; ', ' (of ', '，');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, gap), { minLength: 1 }),
        fc.integer({ min: 0, max: 90 }),
        (all, length) => {
          const words = all.flat().join('');
          const cut = cutTo(words, length);
          if (cut === words) return;
          const kept = cut.replace(/(?:\.\.\.|…)$/, '');
          const ends = all.flatMap(([one], i) => {
            const before = all.slice(0, i).flat().join('');
            return Array.from({ length: one.length - 1 }, (_, within) => before.length + within + 1);
          });
          expect(words.startsWith(kept)).toBe(true);
          expect(ends).not.toContain(kept.length);
        },
      ),
    );
  });

  it('keeps a name that fits by itself, without the sign that more followed', () => {
    expect(cutTo('Dawangzhuang group 1', 14)).toBe('Dawangzhuang');
    expect(cutTo('Christopher', 10)).toBe('...');
  });

  it('in plain English stays in the alphabet that holds more', () => {
    const body = renderText(
      town({
        texts: { 'ask-acceptance': both('{words}') },
        settings: { ...settings(), sms: { ...settings().sms, signature: both('Town: ') } },
      }),
      'ask-acceptance',
      'en',
      { words: 'a lamp is out '.repeat(40) },
    );
    expect(smsParts(body)).toEqual({ encoding: 'GSM-7', parts: 2 });
  });

  it('leaves braces in a value as they are', () => {
    const text = renderText(withText('closed-referred', '{reason}'), 'closed-referred', 'en', {
      reason: '{request}',
    });
    expect(text).toBe('【Small Town】{request}');
  });

  it('does not name what its template leaves out', () => {
    expect(renderText(withText('receipt', 'ok'), 'receipt', 'en', { request: 'x' })).toBe('【Small Town】ok');
  });

  test.each([
    ['a text the town does not have', town(), 'TextMissing'],
    ['a placeholder this text may not name', withText('receipt', '{place}'), 'TextPlaceholderUnknown'],
    ['a placeholder without a value', withText('receipt', '{person}'), 'TextValueMissing'],
  ])('%s is an error', (_, small, code) => {
    const values = { place: '大王庄' };
    expect(() => renderText(small, 'receipt', 'en', values)).toThrow(expect.objectContaining({ code }));
  });

  it('never needs more parts than it may, however long the names are', () => {
    const template = `{request} {person} {due}${'长'.repeat(97)}`;
    const value = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(value, value, value, (request, person, due) => {
        const text = renderText(withText('receipt', template), 'receipt', 'zh-CN', { request, person, due });
        expect(smsParts(text).parts).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('the parts of a text message', () => {
  test.each([
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['水'.repeat(70), 'UCS-2', 1],
    ['水'.repeat(71), 'UCS-2', 2],
    ['水'.repeat(134), 'UCS-2', 2],
    ['水'.repeat(135), 'UCS-2', 3],
    ['…', 'UCS-2', 1],
    ['', 'GSM-7', 1],
  ])('"%.10s..." is %s in %i', (text, encoding, parts) => {
    expect(smsParts(text)).toEqual({ encoding, parts });
  });

  it('a character of two places goes whole into the next part', () => {
    expect(smsParts('a'.repeat(152) + '€'.repeat(77)).parts).toBe(3);
    expect(smsParts(`${'水'.repeat(66)}😀${'水'.repeat(66)}`).parts).toBe(3);
  });
});

describe('the check of a town’s texts', () => {
  /** What a text must name, if it may name it. */
  const needed = (key: TextKey): string =>
    (['words', 'place', 'phone', 'due', 'options', 'code'] as const)
      .filter((name) => (TEXT_KEYS[key] as readonly string[]).includes(name) && key.startsWith('ask-'))
      .map((name) => `{${name}}`)
      .join('');
  /** Every text there is; those that must say how texts are ended say it. */
  const complete = Object.fromEntries(
    (Object.keys(TEXT_KEYS) as TextKey[]).map((key) => [
      key,
      { 'zh-CN': `退订 恢复${needed(key)}`, en: `STOP START unmute${needed(key)}` },
    ]),
  );
  const lint = (changes: Parameters<typeof lintTexts>[0]) =>
    lintTexts({ ...complete, ...changes }, settings()).map(({ problem, ...where }) => ({
      ...where,
      problem: problem.en,
    }));

  it('finds nothing wrong with a complete set', () => {
    expect(lint({})).toEqual([]);
  });

  it('names every text and language that is missing', () => {
    const { receipt: _, ...others } = complete;
    expect(lintTexts(others, settings())).toEqual([
      { key: 'receipt', language: 'zh-CN', problem: { 'zh-CN': '缺失', en: 'is missing' } },
      { key: 'receipt', language: 'en', problem: { 'zh-CN': '缺失', en: 'is missing' } },
    ]);
    expect(lint({ receipt: { 'zh-CN': 'ok' } })).toEqual([
      { key: 'receipt', language: 'en', problem: 'is missing' },
    ]);
    expect(lint({ receipt: both(' ') })).toHaveLength(2);
  });

  it('names a placeholder the text may not name, once', () => {
    expect(lint({ receipt: { 'zh-CN': '{place}{place} {request}', en: 'ok' } })).toEqual([
      {
        key: 'receipt',
        language: 'zh-CN',
        problem: 'names {place}, which is not among its placeholders: {request} {person} {phone} {due}',
      },
    ]);
  });

  it('names a key that no text has, and a brace left open', () => {
    expect(lint({ receit: { en: 'ok' } })).toEqual([
      { key: 'receit', language: 'en', problem: 'no text has this key' },
    ]);
    expect(lint({ receipt: { 'zh-CN': '{request', en: 'ok' } })).toEqual([
      {
        key: 'receipt',
        language: 'zh-CN',
        problem: 'has a brace or bracket that is not closed or not opened',
      },
    ]);
  });

  it.each(['{request', 'request}', '已转[：{reason}', '已转：{reason}]', '<已转', '已转>'])(
    'refuses a brace or bracket that stands alone: "%s"',
    (template) => {
      expect(lint({ 'closed-referred': both(template) }).map(({ problem }) => problem)).toContain(
        'has a brace or bracket that is not closed or not opened',
      );
    },
  );

  it('refuses words that would lead to nothing, and what must be said among what can be spared', () => {
    expect(lint({ 'closed-referred': both('已转：{reason}') })).toHaveLength(2);
    expect(lint({ 'closed-referred': both('已转[：{reason}]') })).toEqual([]);
    expect(lint({ 'ask-sign-off': both('{code}<{options}>') })).toHaveLength(2);
  });

  it('leaves room for all that is not spare', () => {
    const fits = '水'.repeat(134 - '【小镇】'.length);
    expect(lint({ receipt: { 'zh-CN': `${fits}<再说一句>`, en: 'ok' } })).toEqual([]);
  });

  it('refuses what could need more than two parts with everything at its longest', () => {
    const room = 134 - '【小镇】'.length - PLACEHOLDER_LENGTH.request;
    const fits = `{request}${'水'.repeat(room)}`;
    expect(lint({ receipt: { 'zh-CN': fits, en: 'ok' } })).toEqual([]);
    expect(lint({ receipt: { 'zh-CN': `${fits}水`, en: 'ok' } })).toEqual([
      {
        key: 'receipt',
        language: 'zh-CN',
        problem: 'has 135 characters at its longest; 134 fit into 2 parts',
      },
    ]);
  });

  it('refuses a question that does not say what may be answered, and one to whoever must act that leaves out what they need', () => {
    expect(lint({ 'ask-sign-off': { 'zh-CN': '{code}', en: '{options}' } })).toEqual([
      {
        key: 'ask-sign-off',
        language: 'zh-CN',
        problem: 'must name {options}: whoever acts on it needs them',
      },
    ]);
    expect(lint({ 'ask-outcome': { 'zh-CN': '{place}{options}{code}', en: needed('ask-outcome') } })).toEqual(
      [
        {
          key: 'ask-outcome',
          language: 'zh-CN',
          problem: 'must name {words} {phone} {due}: whoever acts on it needs them',
        },
      ],
    );
  });

  it.each([
    ['a diagnosis', 'receipt', '您已确诊，请就医', 'names "确诊"'],
    ['a diagnosis in English', 'receipt', 'Your cancer check is due', 'names "cancer"'],
    ['a diagnosis in capitals', 'receipt', 'HIV test', 'names "HIV"'],
    ['an identity number', 'receipt', '证件 37230119800101123X', 'names "37230119800101123X"'],
    ['that one is asked for', 'receipt', 'Text your ID number', 'names "ID number"'],
    ['the signature', 'receipt', '【小镇】已受理', 'holds the signature'],
    ['a link', 'receipt', 'See https://example.org', 'holds a link'],
    ['no way to end the texts, where it is due', 'reply-opted-in', 'welcome back', 'must say how'],
    ['no way to get texts again, where it is due', 'reply-opted-out', 'bye', 'must say how'],
  ])('refuses %s', (_, key, template, problem) => {
    const found = lint({ [key]: both(template) });
    expect(found.map((one) => one.problem)).toEqual(found.map(() => expect.stringContaining(problem)));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(['精神文明', 'STOP 退订 aids', 'Call 12345 or +86 543 1234567', '2026年8月24日'])(
    'lets pass what only looks private: "%s"',
    (words) => {
      expect(lint({ receipt: both(words) })).toEqual([]);
    },
  );

  it.each([
    ['【小镇】', true],
    ['[Town]', false],
    ['【】', false],
    ['【小镇', false],
  ])('takes "%s" for a signature that +86 carriers let through: %s', (signature, good) => {
    expect(signatureProblem(signature, settings()) === undefined).toBe(good);
  });

  it('tells of every text how long it can be, in how many parts, and what it names', () => {
    const [described, missing] = describeTexts({ receipt: { 'zh-CN': '{request}已收' } }, settings()).filter(
      ({ key }) => key === 'receipt',
    );
    expect(described).toMatchObject({
      characters: '【小镇】'.length + PLACEHOLDER_LENGTH.request + 2,
      parts: 1,
      signature: '【小镇】',
      placeholders: ['request'],
      problems: [],
    });
    expect(missing).toMatchObject({ language: 'en', parts: 0, problems: [{ en: 'is missing' }] });
  });
});
