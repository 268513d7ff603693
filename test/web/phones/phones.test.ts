import { type Directory, directoryOf } from '../../../web/phones/directory.js';
import { createLocalApi } from '../../../web/phones/local-api.js';
import { ASK_KINDS, type AskKind, DIGITS } from '../../../domain/asks/ask-kinds.js';
import { offeredWord } from '../../../domain/asks/option-words.js';
import { MESSAGES } from '../../../web/phones/messages.js';
import { offeredOptions } from '../../../web/phones/offered-options.js';
import { ownTown } from '../../../web/phones/own-town.js';
import { pagesOf } from '../../../web/phones/pages-of.js';
import { phoneNumber } from '../../../web/phones/phone-number.js';
import { loadReadMarks, saveReadMarks, unreadOf } from '../../../web/phones/read-marks.js';
import { searchPeople } from '../../../web/phones/search-people.js';
import type { TextMessage } from '../../../web/phones/text-message.js';
import { textPieces } from '../../../web/phones/text-pieces.js';
import { sinceOf, textsOf, threadsOf, withFetched } from '../../../web/phones/threads.js';
import { memoryKeep } from '../memory-keep.js';

// Invented numbers.
const TOWN = '+861069900077';
const CADRE = '+8619900000001';
const RESIDENT = '+8619900009001';

const text = (id: string, from: string, to: string, at: number): TextMessage => ({
  id,
  from,
  to,
  body: id,
  at,
});

describe('texts', () => {
  const asked = text('asked', '+86000', CADRE, 1);
  const answered = text('answered', CADRE, TOWN, 2);
  const told = text('told', '+86000', RESIDENT, 3);

  it('belong to the phone at the other end, whatever number the town sends from; the newest phone first', () => {
    expect(threadsOf([asked, answered, told], TOWN)).toEqual([
      { phone: RESIDENT, texts: [told], arrived: 1 },
      { phone: CADRE, texts: [asked, answered], arrived: 1 },
    ]);
  });

  it('of another town are none of this one, whichever way they go', () => {
    const elsewhere = '+353000';
    const theirs = [text('in', RESIDENT, elsewhere, 4), text('out', elsewhere, RESIDENT, 5)];
    expect(textsOf([asked, ...theirs, answered], [{ smsNumber: elsewhere }])).toEqual([asked, answered]);
  });

  it('of the same millisecond are all kept, and one that came twice is shown twice', () => {
    const known = [asked, answered];
    const late = text('late', '+86000', CADRE, 2);
    expect(withFetched(known, sinceOf(known), [answered, late, late])).toEqual([asked, answered, late, late]);
  });

  it('are unread until somebody looks, and again after a fresh start of the town', () => {
    const keep = memoryKeep();
    const [thread] = threadsOf([asked, answered], TOWN);
    if (!thread) throw new Error('no thread');
    expect(unreadOf(thread, {})).toBe(1);
    saveReadMarks(keep, asked, { [CADRE]: 1 });
    expect(unreadOf(thread, loadReadMarks(keep, asked))).toBe(0);
    expect(unreadOf(thread, loadReadMarks(keep, text('other', TOWN, CADRE, 0)))).toBe(1);
  });
});

describe('an address in a text', () => {
  const PAGE = 'https://small-grid.example/asks/7Q3A-1?town=sanhehu&sig=aB-_9';
  test.each([
    ['no address 1.2', []],
    [`R7PB ${PAGE}`, [PAGE]],
    [`办理进度：${PAGE}。请勿转发`, [PAGE]],
    [`See ${PAGE}, or ${PAGE}.`, [PAGE, PAGE]],
    ['javascript:alert(1)', []],
  ])('of %j is what can be opened: %j', (body, addresses) => {
    const pieces = textPieces(body);
    expect(pieces.map(({ text }) => text).join('')).toBe(body);
    expect(pieces.flatMap(({ text, isAddress }) => (isAddress ? [text] : []))).toEqual(addresses);
  });
});

describe('the digits of a text', () => {
  test.each([
    [
      '请接办朱口村5组路灯（4JCC-AK4C），示例+8619911110002：“灯坏了”。8月24日11:00前回：1收到 2去不了 4转办，编码V158',
      '1收到 2去不了 4转办',
    ],
    ['8月24日11:15前回：1已出发 2去不了；路上、到场，随时回一句。编号7RBD-G5VQ，编码E8KS', '1已出发 2去不了'],
    ['8月27日17:30前填表，或回：2不予 3延期 6补件，编码H12W。填表发：表 H12W', '2不予 3延期 6补件'],
    [
      'Street light, Brookfield group 1, A. Sample: "out". By 24 Aug 10:00: 1 take, 2 cannot, 4 pass on. M6SY',
      '1take 2cannot 4pass on',
    ],
    [
      'People in the house 4. By 1 Sep 17:00: 1 approve, 2 refuse, 3 extend, 6 documents N3GG',
      '1approve 2refuse 3extend 6documents',
    ],
    [
      '约的是12月4日（周五）上午9:00（6Q9D-NZRC），还没到，先没记。确已做完请回1；改时间请回“改到”。编码T4S9',
      '',
    ],
    ['Request 3GQJ-ZXMM is closed. Thank you.', ''],
    ['明早8点半来，先等3天；约2小时，还差2 个。编码T4S9', ''],
    ['请回：1收到 4日前办完，编码T4S9', '1收到'],
  ])('%s: %s', (body, options) => {
    expect(
      offeredOptions(body)
        .map(({ digit, word }) => `${digit}${word}`)
        .join(' '),
    ).toBe(options);
  });

  it('have the words of every option of an ask, whatever it begins with', () => {
    for (const [kind, rules] of Object.entries(ASK_KINDS))
      for (const { option, number } of rules) {
        const word = offeredWord(kind as AskKind, option, 'zh-CN');
        // An option that has no word in Chinese is never offered by one.
        if (word === option) continue;
        expect(offeredOptions(`请回：${number}${word}，编码T4S9`)).toEqual([{ digit: number, word }]);
      }
  });

  it('mean the same as in the domain, in both languages', () => {
    for (const { guide } of Object.values(MESSAGES))
      expect(Object.keys(guide.digits).map(Number)).toEqual(Object.values(DIGITS));
  });
});

describe('the pages of a town beside its phones', () => {
  test.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/staff'],
    ['http://127.0.0.1:8080/?town=elmford', 'http://127.0.0.1:8080/staff?town=elmford'],
  ])('of %s', (apiUrl, staff) => {
    const pages = pagesOf(apiUrl);
    expect(pages.staff).toBe(staff);
    expect(pages.execution('4JCC-AK4C')).toBe(
      'http://127.0.0.1:8080/console/executions/resident-request/4JCCAK4C',
    );
  });
});

describe('a typed number', () => {
  test.each([
    ['199 0000 9001', RESIDENT],
    ['１９９００００９００１', RESIDENT],
    ['+86 199-0000-9001', RESIDENT],
    ['0086 19900009001', RESIDENT],
    ['12', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('%j is %s', (typed, phone) => {
    expect(phoneNumber(typed, '86')).toBe(phone);
  });
});

describe('searching people', () => {
  const person = (name: string, phone: string, zh: string, en: string, grids: number[]) => ({
    name,
    phone,
    roles: [{ 'zh-CN': zh, en }],
    grids,
  });
  const people = [
    person('示例甲', CADRE, '52 号网格 A 岗', 'Grid 52 A post', [52]),
    person('示例乙', '+8619900000002', '2 号网格 B 岗', 'Grid 2 B post', [2]),
    person('示例丙', '+8619900001033', '眼科医院', 'Eye Hospital', []),
  ];
  test.each([
    ['', ['示例甲', '示例乙', '示例丙']],
    ['示例乙', ['示例乙']],
    ['hospital', ['示例丙']],
    ['网格 岗', ['示例甲', '示例乙']],
    ['2', ['示例乙']],
    ['grid 52', ['示例甲']],
    ['1033', ['示例丙']],
    ['199 0000 1033', ['示例丙']],
    ['0199-0000-1033', ['示例丙']],
    ['nobody', []],
  ])('by %j', (query, names) => {
    expect(searchPeople(people, query).map(({ name }) => name)).toEqual(names);
  });
});

describe('the control API', () => {
  const answering = (response: Response) => {
    const paths: string[] = [];
    const api = createLocalApi(async (path) => {
      paths.push(path);
      return response;
    });
    return { api, paths };
  };

  const talking = (clock: object) => {
    const bodies: unknown[] = [];
    const api = createLocalApi(async (_path, init) => {
      bodies.push(init?.body);
      return Response.json(clock);
    });
    return { api, bodies };
  };

  it('is asked for the texts of both directions', async () => {
    const { api, paths } = answering(
      Response.json([{ id: 'a', from: TOWN, to: CADRE, body: '', at: 5 }, { broken: true }]),
    );
    expect(await api.texts(5)).toEqual([{ id: 'a', from: TOWN, to: CADRE, body: '', at: 5 }]);
    expect(paths).toEqual(['/_local/sms?direction=all&since=5']);
  });

  it('is told how far it is to what is due next', async () => {
    const { api, bodies } = talking({ now: 1000, nextEvent: 3500 });
    await api.skip('next');
    expect(bodies).toEqual([undefined, '{"advance":"PT3S"}']);
  });

  it('is moved on by an hour where nothing waits', async () => {
    const { api, bodies } = talking({ now: 1000 });
    await api.skip('next');
    expect(bodies).toEqual([undefined, '{"advance":"PT3600S"}']);
  });

  it('is moved on by the hour to what is due later, no further than to a text that was held overnight', async () => {
    const hours: number[] = [];
    const at = () => hours.length * 3_600_000;
    const api = createLocalApi(async (path, init) => {
      if (init) hours.push(1);
      const held = hours.length >= 2 ? [{ id: 'held', from: TOWN, to: CADRE, body: 'held', at: at() }] : [];
      return Response.json(path.startsWith('/_local/sms') ? held : { now: at(), nextEvent: 8 * 3_600_000 });
    });
    expect(await api.skip('next')).toBe(2 * 3_600_000);
  });

  it('says in its own words why it refuses', async () => {
    const { api } = answering(Response.json({ message: 'no such duration' }, { status: 400 }));
    await expect(api.skip('P1D')).rejects.toThrow('no such duration');
  });
});

describe('the directory', () => {
  const directory: Directory = {
    town: { name: { 'zh-CN': '镇', en: 'Town' }, language: 'zh-CN', sample: true, timeZone: 'Asia/Shanghai' },
    smsNumber: TOWN,
    countryCode: '86',
    apiUrl: 'http://127.0.0.1:8080',
    people: [{ name: '示例甲', phone: CADRE, roles: [{ 'zh-CN': '岗', en: 'post' }], grids: [1] }],
    guided: [],
    others: [
      {
        name: { 'zh-CN': '别镇', en: 'Elsewhere' },
        language: 'en',
        address: 'other/?town=other',
        smsNumber: '+353000',
      },
    ],
  };

  it('comes back as it was written', () => {
    expect(directoryOf(JSON.parse(JSON.stringify(directory)))).toEqual(directory);
  });

  test.each([
    ['', ['en-GB', 'zh'], 'other/?town=other'],
    ['?lang=en', ['zh-CN'], 'other/?town=other&lang=en'],
    ['?lang=zh-CN', ['en'], undefined],
    ['', ['zh-CN', 'en'], undefined],
    ['', ['fr'], undefined],
    ['?town=first', ['en'], undefined],
  ])('sends a visitor of %j with %j to %s', (search, preferred, address) => {
    expect(ownTown(directory, { search, preferred })).toBe(address);
  });

  it('is none without the number of the town', () => {
    expect(directoryOf({ ...directory, smsNumber: undefined })).toBeUndefined();
  });
});
