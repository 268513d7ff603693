import { type Directory, directoryOf } from '../../../web/phones/directory.js';
import { createLocalApi } from '../../../web/phones/local-api.js';
import { phoneNumber } from '../../../web/phones/phone-number.js';
import { loadReadMarks, saveReadMarks, unreadOf } from '../../../web/phones/read-marks.js';
import { searchPeople } from '../../../web/phones/search-people.js';
import type { TextMessage } from '../../../web/phones/text-message.js';
import { textPieces } from '../../../web/phones/text-pieces.js';
import { sinceOf, threadsOf, withFetched } from '../../../web/phones/threads.js';
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
    expect(bodies).toEqual([undefined, '{"advance":"PT1H"}']);
  });

  it('says in its own words why it refuses', async () => {
    const { api } = answering(Response.json({ message: 'no such duration' }, { status: 400 }));
    await expect(api.skip('P1D')).rejects.toThrow('no such duration');
  });
});

describe('the directory', () => {
  const directory: Directory = {
    town: { name: { 'zh-CN': '镇', en: 'Town' }, sample: true, timeZone: 'Asia/Shanghai' },
    smsNumber: TOWN,
    countryCode: '86',
    apiUrl: 'http://127.0.0.1:8080',
    people: [{ name: '示例甲', phone: CADRE, roles: [{ 'zh-CN': '岗', en: 'post' }], grids: [1] }],
    guided: [],
  };

  it('comes back as it was written', () => {
    expect(directoryOf(JSON.parse(JSON.stringify(directory)))).toEqual(directory);
  });

  it('is none without the number of the town', () => {
    expect(directoryOf({ ...directory, smsNumber: undefined })).toBeUndefined();
  });
});
