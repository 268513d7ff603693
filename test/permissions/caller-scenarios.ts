import { everyItem, STORED_JPEG } from '../stories/everything-stored.js';
import { fewExamples } from '../stories/few-examples.js';
import type { Town } from '../../domain/town/schema.js';
import {
  DAY,
  HOUR,
  MINUTE,
  must,
  NEIGHBOUR,
  RESIDENT,
  type HostedTown,
  type Receipt,
} from './hosted-town.js';
import type { Scenario } from './scenarios.js';

const DANGER = { category: 'gas-leak', description: '示例：厨房燃气漏气' };
const SURGERY = { category: 'cataract-surgery', description: '示例：看不清' };
const LEAK = { category: 'water-leak', description: '示例：路口漏水' };
/** Who comes to the town's service; invented. */
const NEWCOMER = '+8619900009001';

/** The same town once a newcomer has the A post of grid 52, whose holder left its service. */
function succeeded(town: Town): Town {
  const newcomer = {
    id: 'newcomer',
    name: '示例新来',
    phone: NEWCOMER,
    duty: 'town-cadre',
    language: 'zh-CN',
  } as const;
  return {
    ...town,
    households: [],
    staff: [...town.staff.filter(({ id }) => id !== 'g52-a'), newcomer],
    leave: town.leave.filter(({ staff }) => staff !== 'g52-a'),
    grids: town.grids.map((grid) =>
      grid.number === 52 ? { ...grid, posts: { ...grid.posts, a: newcomer.id } } : grid,
    ),
  };
}

/** The same town with one village whose leader is asked for causes. */
const watched = (town: Town): Town => ({
  ...town,
  households: [],
  supervisors: [{ staff: 'village-leader-1', role: 'leader', village: 'zhukou' }],
});

/** From now on a caller may do everything once an hour. */
const once = (town: HostedTown): Promise<void> =>
  town.change((given) => {
    const limit = { hour: 1, day: 9 };
    const both = { address: limit, phone: limit };
    const callers = {
      ...given.settings.callers,
      reports: both,
      dangers: both,
      codes: { hour: 2, day: 9 },
      trackingCodes: limit,
      remarks: limit,
      others: limit,
      sameReply: 1,
    };
    return { ...given, settings: { ...given.settings, callers } };
  });

/** The resident of a request asks for a code to open it by. */
const askForCode = (town: HostedTown, { id }: Receipt): Promise<number> =>
  town.send('/requests/codes', { number: id, phone: RESIDENT });

/** The codes to open a request by that the resident was texted. */
const codesTo = (town: HostedTown): string[] =>
  town.textsTo(RESIDENT).flatMap((text) => /(?<!\d)\d{8}(?!\d)/.exec(text)?.[0] ?? []);

/** A danger of the same house, again: beyond the first it is told to the duty desk with the others. */
async function dangers(town: HostedTown): Promise<string> {
  await once(town);
  await town.submit(DANGER);
  const second = { ...DANGER, phone: NEIGHBOUR, name: '示例居民乙' };
  must((await town.send('/requests', town.submission(second))) === 429, 'a flood of dangers went out whole');
  town.told(town.phoneOf('duty-desk-1'), '同一来源');
  const { items } = (await town.admin('duty-desk', 'GET', '/admin/floods')) as {
    items: { origin: string }[];
  };
  must(items.length === 1, `${items.length} origins are held together`);
  return items[0]?.origin ?? '';
}

/** Callers without an account, who may not ask for everything. */
export const CALLER_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a caller who reports too much': async (town) => {
    await once(town);
    await town.submit();
    const second = town.submission({ category: 'road-damage', description: '示例：路面坑洼' });
    must((await town.send('/requests', second)) === 429, 'a second report was taken in');
    const filed = await town.tryToFile({ service_code: 'street-light', phone: NEIGHBOUR });
    must(filed.status === 429, 'a filing was taken in');
  },

  'a caller who asks too much': async (town) => {
    await once(town);
    const request = await town.submit();
    await town.get('/requests/similar?category=street-light&grid=52');
    await town.get('/requests/similar?category=street-light&grid=52', 429);
    await town.addOnline(request, '示例：灯杆也歪了');
    const path = `/requests/${request.id}/remarks?key=${request.trackingKey}`;
    must((await town.send(path, { words: '示例：还有一盏' })) === 429, 'a second remark was taken');
  },

  'a number that texts the same again and again': async (town) => {
    await once(town);
    await town.text(NEIGHBOUR, '帮助');
    await town.text(NEIGHBOUR, '帮助');
    must(town.textsTo(NEIGHBOUR).length === 1, 'the same reply was sent twice');
    await town.allTaken();
  },

  'dangers by text that are held together': async (town) => {
    await once(town);
    await town.text(RESIDENT, '朱口村5组燃气漏气');
    await town.text(RESIDENT, '朱口村6组燃气漏气');
    const desk = town.phoneOf('duty-desk-1');
    town.told(desk, '同一来源');
    const origin = /放行 (\S+?)”/.exec(town.textsTo(desk).at(-1) ?? '')?.[1];
    await town.text(desk, `放行 ${origin}`);
    town.wasTold(town.phoneOf('g52-a'), '紧急');
    await town.allTaken();
  },

  'a filing of a danger that is held together': async (town) => {
    await once(town);
    await town.submit(DANGER);
    const filed = await town.tryToFile({ service_code: 'gas-leak', phone: NEIGHBOUR });
    must(filed.status === 429, 'it went out whole');
    town.told(town.phoneOf('duty-desk-1'), '同一来源');
  },

  'a request opened by its number and phone': async (town) => {
    const request = await town.submit();
    must((await askForCode(town, request)) === 202, 'no code was asked for');
    const by = { number: request.id, phone: RESIDENT, code: codesTo(town).at(-1) };
    must((await town.send('/requests/keys', by)) === 201, 'the code opened nothing');
    const { staff } = (await town.get(`/requests/${request.id}/own?key=${request.trackingKey}`)) as {
      staff: unknown;
    };
    must(staff !== null, 'who looked at it is not said');
  },

  'codes asked for too often': async (town) => {
    await once(town);
    const request = await town.submit();
    for (const status of [202, 202, 429]) {
      must((await askForCode(town, request)) === status, 'codes are asked for on and on');
      await town.advance(2 * MINUTE);
    }
    must(codesTo(town).length === 1, `${codesTo(town).length} codes were texted`);
    const staff = { phone: town.phoneOf('g52-a') };
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push(await town.send('/staff/codes', staff));
    must(statuses.at(-1) === 429, `codes of the staff have no limit: ${statuses.join()}`);
    town.nothingBrokeOff();
  },

  'a complaint that is made in an answer': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.answerOnline(request, 'unsatisfied', undefined, '示例：示例网格员收了我两百块钱才肯修');
    town.told(town.phoneOf('inspection-team-1'), '编码');
  },
};

/** A repaired street light, photographed before and after, that everybody sees on the daily board. */
async function onTheBoard(town: HostedTown): Promise<Receipt> {
  await town.allowLinks();
  const request = await town.submit();
  await town.photograph(request);
  await town.answerByLink('g52-a', 'accept');
  await town.answerByLink('g52-a', 'done');
  await town.showWorkByLink('g52-a');
  await town.reply(RESIDENT, '1');
  await town.expect(request, 'closed', 'satisfied');
  await town.putOnBoard(request);
  return request;
}

/** What the desk does about callers. */
export const DESK_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'dangers of one origin, released': async (town) => {
    const origin = await dangers(town);
    await town.admin('duty-desk', 'GET', `/admin/floods/${origin}`);
    await town.admin('duty-desk', 'POST', `/admin/floods/${origin}/release`, {});
    const heads = town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('紧急'));
    must(heads.length > 1, 'who was held is not called out');
  },

  'a request entered from a call': async (town) => {
    const said = { description: '示例：朱口村路灯不亮', village: 'zhukou', group: town.groupOf(52) };
    await town.admin('duty-desk', 'POST', '/admin/requests/reading', said);
    await town.admin('duty-desk', 'POST', '/admin/requests', { ...said, phone: NEIGHBOUR });
    town.told(town.phoneOf('g52-a'), '编码');
  },

  'a reading that is taught': async (town) => {
    await town.change(fewExamples);
    const { id } = await town.submit({ category: 'other', description: '示例：广场喷泉哑巴啦' });
    const meant = { category: 'water-leak', danger: 'none' };
    await town.admin('duty-desk', 'POST', `/admin/requests/${id}/reading`, meant);
    const { taught, version } = (await town.admin('duty-desk', 'GET', '/admin/reading')) as {
      taught: { id: string }[];
      version: number;
    };
    must(taught.length === 1, `${taught.length} are kept`);
    await town.admin('duty-desk', 'DELETE', `/admin/reading/taught/${id}`);
    await town.admin('duty-desk', 'POST', `/admin/requests/${id}/reading`, meant);
    await town.admin('duty-desk', 'POST', '/admin/reading/try');
    await town.admin('administrator', 'POST', '/admin/reading/take-over', { version });
  },

  'a post that somebody else is given in the console': async (town) => {
    await town.submit();
    await town.rectify();
    const { version } = (await town.admin('administrator', 'GET', '/admin/town')) as { version: number };
    const id = 'newcomer';
    const staff = { id, name: '示例新来', phone: NEWCOMER, duty: 'town-cadre', language: 'zh-CN' };
    const posts = town.town.grids.find(({ number }) => number === 52)?.posts;
    const changes = [
      { section: 'staff', key: id, entry: staff },
      { section: 'posts', key: '52', entry: { grid: 52, ...posts, a: id } },
    ];
    await town.admin('administrator', 'POST', '/admin/town/changes', { version, changes });
    town.told(NEWCOMER, '以下2件由您负责');
  },

  'a photo seen in the console': async (town) => {
    const request = await town.submit();
    const photo = await town.photograph(request);
    await town.admin('leader', 'GET', `/admin/requests/${request.id}/photos/${photo}`);
    await town.admin('leader', 'GET', '/admin/records/requests?from=2026-08-24&to=2026-08-24');
  },

  'photos on the daily board, put there, taken off, and taken back': async (town) => {
    const request = await onTheBoard(town);
    await town.get(`/board/photos/${request.id}/after`);
    await town.admin('duty-desk', 'DELETE', `/admin/requests/${request.id}/published-photos`);
    await town.putOnBoard(request);
    const consent = `/requests/${request.id}/photo-consent?key=${request.trackingKey}`;
    must((await town.send(consent, { agreed: false })) === 200, 'it is not taken back');
    must((await town.photosOnBoard()).length === 0, 'it is still on the board');
  },

  'photos on the daily board whose request is erased': async (town) => {
    const { id, trackingKey } = await onTheBoard(town);
    const erased = await town.send(`/requests/${id}/erasure?key=${trackingKey}`, { sure: true });
    must(erased === 202, 'it is not erased');
    await town.advance(10 * MINUTE);
    const left = (await everyItem(town)).filter(({ text }) => text.includes(STORED_JPEG));
    must(left.length === 0, `left are ${left.map(({ pk, sk }) => `${pk} ${sk}`).join(', ')}`);
  },

  'a closed request corrected in the console': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    const wrong = { outcome: 'not-done', reason: '示例：换的是另一盏' };
    await town.admin('duty-desk', 'POST', `/admin/requests/${request.id}/corrections`, wrong);
    await town.goesOn(request);
  },
};

/** What the staff do without their latest link. */
export const STAFF_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'what a successor is told': async (town) => {
    await town.submit();
    await town.rectify();
    await town.change(succeeded);
    town.leaveUnsent();
    await town.advance(HOUR / 2);
    town.told(NEWCOMER, '以下2件由您负责');
    town.repair();
    await town.text(NEWCOMER, '清单');
    town.told(NEWCOMER, '在办1件');
  },

  'somebody who is back from a leave cut short': async (town) => {
    await town.submit();
    await town.change((before) => ({
      ...before,
      leave: [...before.leave, { staff: 'g52-a', from: '2026-08-24', to: '2026-08-28' }],
    }));
    await town.advance(HOUR / 2);
    await town.change((before) => before);
    await town.advance(HOUR / 2);
    town.told(town.phoneOf('g52-a'), '您休假结束');
  },

  'an owner who corrects what is under way': async (town) => {
    const { id } = await town.submit();
    const call = await town.signIn('g52-a');
    const wrong = { words: '类别 路面坑洼', reason: '示例：看错了' };
    await call('POST', `/staff/requests/${id}/corrections`, wrong);
    town.told(town.phoneOf('g52-a'), '编码');
  },

  'a department asked before that is corrected on the staff page': async (town) => {
    const { id } = await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    const call = await town.signIn('g52-a');
    const wrong = { words: '类别 路面坑洼', reason: '示例：看错了' };
    await call('POST', `/staff/requests/${id}/corrections`, wrong);
    town.told(town.phoneOf('water-company-1'), '不用');
  },

  'a desk that corrects what was closed': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.reply(RESIDENT, '1');
    const call = await town.signIn('duty-desk-1');
    const wrong = { words: '结果 未办', reason: '示例：换的是另一盏' };
    await call('POST', `/staff/requests/${request.id}/corrections`, wrong);
    await town.goesOn(request);
    await call('DELETE', '/staff/sessions');
  },

  'a code before any other secret of the town': async (town) => {
    await town.signIn('g52-a');
    await town.wasToldAtOnce(town.phoneOf('g52-a'), '验证码');
  },

  'a resident who hears nothing for long': async (town) => {
    await town.submit(SURGERY);
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '3 示例：材料还在办');
    await town.advance(12 * DAY);
    town.wasTold(RESIDENT, '。首问责任人');
  },

  'a closed request corrected by link': async (town) => {
    await town.allowLinks();
    const request = await town.submit();
    await town.answerByLink('g52-a', 'accept');
    await town.answerByLink('g52-a', 'done');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    await town.correctByLink('g52-a', { words: '结果 未办', reason: '示例：换的是另一盏' });
    await town.goesOn(request);
  },

  'a cause that is found and stays quiet': async (town) => {
    await town.change(watched);
    for (const when of ['前天', '昨天', '今天']) {
      await town.submit({ description: `示例：路灯${when}又不亮了` });
      await town.staffReply('g52-a', '好的马上去');
      await town.staffReply('g52-a', '1 换了灯泡');
      await town.reply(RESIDENT, '满意');
      await town.advance(MINUTE);
    }
    await town.advance(DAY);
    const leader = town.phoneOf('village-leader-1');
    town.wasTold(leader, '治本');
    await town.staffReply('village-leader-1', '线路老化，换新电缆', '治本');
    town.told(leader, '已记录');
    await town.submit();
    await town.advance(DAY);
    town.wasTold(leader, '【治本】朱口村5组 路灯：90天内4次');
  },
};
