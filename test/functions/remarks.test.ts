import { askNewsRoute, remarkRoute } from '../../contracts/resident/request.js';
import type { Town } from '../../domain/town/schema.js';
import { entriesOf } from '../../domain/request/timeline.js';
import { createAnswerRequest } from '../../functions/resident/answer-request/handler.js';
import { ROUTES } from '../../functions/resident/answer-request/routes.js';
import { knownResident } from '../../domain/access/known-resident.js';
import { requestView } from '../../domain/request/request-view.js';
import { ownOf } from '../../functions/resident/track-request/own.js';
import { createTrackRequest } from '../../functions/resident/track-request/handler.js';
import { ROUTES as TRACKING } from '../../functions/resident/track-request/routes.js';
import { addRemark } from '../../functions/use-cases/add-remark.js';
import { asked, takeIn } from './a-case.js';
import { takeInRequest } from '../../functions/use-cases/take-in-request.js';
import { sampleTown } from '../towns/sample-town.js';
import { caseTown } from '../domain/request/case-town.js';
import { eachWorld } from './each-world.js';
import { type FunctionWorld, RESIDENT } from './function-world.js';

const { begin } = eachWorld();

/** More than a timeline shows of it. */
const LONG =
  '从小卖部往东数第三根灯杆，杆子上写着十二号，昨天夜里还闪了几下，今天彻底不亮了，老人孩子走路都看不见，路边还有一条水沟';

async function say(world: FunctionWorld, id: string, words: string) {
  const { trackingKey: key } = await world.services.requests.load(world.town.settings.id, id);
  const call = world.call(remarkRoute, { id, query: { key }, body: { words } });
  const { statusCode, body } = await createAnswerRequest(world.services)(call);
  return { status: statusCode, body: JSON.parse(body ?? '{}') as { opened?: string; detail?: string } };
}

const wordsOf = async (world: FunctionWorld, id: string): Promise<string> =>
  (await world.services.requests.person(world.town.settings.id, id)).description;

describe('what is added to a request', () => {
  it('stands whole with its words, once, however often it is sent and however alike it begins', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const said = [`${LONG}，请快来`, `${LONG}，不急`, '第一行\n第二行'];
    for (const words of [...said, ...said]) expect((await say(world, id, words)).status).toBe(202);
    expect(await wordsOf(world, id)).toBe(['the lamp at Sample Lane is dark', ...said].join('\n'));
    expect(entriesOf(await world.services.requests.load(world.town.settings.id, id), 'remark')).toHaveLength(
      3,
    );
    expect(world.textsTo(world.phoneOf('a1')).filter((body) => body.includes('told-remark'))).toHaveLength(3);
  });

  it('by two people in the same instant is kept of both', async () => {
    const world = await begin();
    const id = await takeIn(world);
    await Promise.all(['灯杆在东头', '灯杆编号十二'].map((words) => say(world, id, words)));
    expect((await wordsOf(world, id)).split('\n').toSorted()).toEqual(
      ['the lamp at Sample Lane is dark', '灯杆在东头', '灯杆编号十二'].toSorted(),
    );
  });

  it('by the only one who is asked about it stands under their name with what staff say, though nobody is told, and its resident is not shown it', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const record = await world.services.requests.load(world.town.settings.id, id);
    await addRemark(world.services, world.town, record, { words: LONG, at: world.at, key: 'page', by: 'a1' });
    const person = await world.services.requests.person(world.town.settings.id, id);
    expect(person.staffWords).toMatch(new RegExp(`^Sample a1(：|: )${LONG}$`));
    expect(knownResident(world.town, person, 'a1', 'en').words).toContain(LONG);
    const { settings } = world.town;
    expect(await ownOf(world.services, record, settings)).toMatchObject({
      words: 'the lamp at Sample Lane is dark',
    });
    const now = await world.services.requests.load(settings.id, id);
    expect(entriesOf(now, 'remark')).toHaveLength(1);
    const view = requestView(now, { town: world.town, programme: undefined }, 'en');
    expect(view.timeline.map(({ type }) => type)).not.toContain('remark');
    expect(world.texts.filter(({ body }) => body.includes('told-remark'))).toEqual([]);
  });
});

/** A town that takes two remarks an hour to a request, and texts each of the staff so often on a day. */
function strict(emergencies: number): Town {
  const town = caseTown();
  const few = { resident: 9, staff: emergencies, town: 99 };
  const caps = { ...town.settings.sms.caps, emergencies: few };
  const callers = { ...town.settings.callers, remarks: { hour: 2, day: 3 } };
  return { ...town, settings: { ...town.settings, callers, sms: { ...town.settings.sms, caps } } };
}

describe('whoever has the key of a danger and keeps adding to it', () => {
  it('is refused beyond what the town takes in an hour, told whom to call, and heard again later', async () => {
    const world = await begin(strict(9));
    const { id } = await asked(world, 'gas-leak');
    const told = () => world.texts.filter(({ body }) => body.includes('told-remark')).length;
    for (const words of ['味道更大了', '在厨房', '在厨房'])
      expect((await say(world, id, words)).status).toBe(202);
    const before = told();
    expect(before).toBe(2);
    const { status, body } = await say(world, id, '还在漏');
    expect([status, told(), await wordsOf(world, id)]).toEqual([
      429,
      before,
      expect.not.stringContaining('还在漏'),
    ]);
    expect(body.detail).toMatch(/add it after 10:00, or call \+\d+\. In danger, call/);
    world.at += 3_600_000;
    expect((await say(world, id, '还在漏')).status).toBe(202);
  });

  it('uses up nothing of what calls people to the next emergency, and is heard at once, by night and by whoever wants no texts', async () => {
    const world = await begin(strict(1));
    world.at = Date.parse('2026-08-24T23:30:00+08:00');
    const { id } = await asked(world, 'gas-leak');
    const owner = world.phoneOf((await world.services.requests.load(world.town.settings.id, id)).owner ?? '');
    await world.services.choices.optOut(world.town.settings.id, owner);
    const heard = () => world.textsTo(owner).filter((body) => body.includes('told-remark'));
    await say(world, id, '味道更大了');
    await say(world, id, '在厨房');
    expect(heard()).toHaveLength(2);
  });
});

/** A request from group 5 of a village of the sample town. */
async function inZhukou(world: FunctionWorld, description: string, wishes: { aboutStaff?: boolean } = {}) {
  const current = await world.services.towns.load(world.town.settings.id);
  return takeInRequest(world.services, current, {
    submission: description,
    at: world.at,
    channel: 'web',
    language: 'zh-CN',
    village: 'zhukou',
    group: 5,
    person: { phone: RESIDENT, description },
    ...wishes,
  });
}

describe('a danger that is written on the page of a complaint about staff', () => {
  const complaint = (world: FunctionWorld) =>
    inZhukou(world, '举报督查组那几个人吃拿卡要，骂人', { aboutStaff: true });

  it.each(['他拿刀堵在我家门口，快来人', '家里煤气泄漏，快来人'])(
    'is an emergency where it is, kept from whom the complaint is about: "%s"',
    async (words) => {
      const world = await begin(sampleTown());
      const { id, town, confidential } = await complaint(world);
      expect(confidential?.about).toContain('inspection-team-1');
      const { status, body } = await say(world, id, words);
      expect([status, body.opened]).toEqual([202, expect.any(String)]);
      const opened = await world.services.requests.load(town, body.opened ?? '');
      expect(opened).toMatchObject({ path: 'emergency', village: 'zhukou', group: 5 });
      expect(opened.confidential?.about).toEqual(expect.arrayContaining(confidential?.about.slice() ?? []));
    },
  );

  it.each(['他骂人还威胁我', '去年也收过钱，请查清楚'])(
    'is none where it goes on about that: "%s"',
    async (words) => {
      const world = await begin(sampleTown());
      const { id } = await complaint(world);
      expect((await say(world, id, words)).body.opened).toBeUndefined();
    },
  );
});

describe('complaints about staff beside a request', () => {
  const complaintNo = (n: number) => `网格员收了我${n}00块钱才肯办`;

  it('are as many as one telephone may report', async () => {
    const limited = sampleTown();
    const { callers } = limited.settings;
    const world = await begin({
      ...limited,
      settings: {
        ...limited.settings,
        callers: { ...callers, reports: { ...callers.reports, phone: { hour: 2, day: 2 } } },
      },
    });
    const { id } = await inZhukou(world, '示例：巷口路灯不亮');
    const answers = [];
    for (const n of [1, 2, 3, 1]) answers.push((await say(world, id, complaintNo(n))).status);
    // What was taken in already is not counted again.
    expect(answers).toEqual([202, 202, 429, 202]);
  });
});

describe('a question for news that broke off', () => {
  it('is told when it is asked again, and then no more that day', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const { trackingKey: key } = await world.services.requests.load(world.town.settings.id, id);
    const ask = async () => {
      const call = world.call(askNewsRoute, { id, query: { key }, body: {} });
      return (await createAnswerRequest(world.services)(call)).statusCode;
    };
    world.breakAtNextText();
    const answers = [await ask()];
    for (let again = 0; again < 2; again += 1) {
      world.at += 60_000;
      answers.push(await ask());
    }
    expect(answers).toEqual([500, 202, 202]);
    const told = world.textsTo(world.phoneOf('a1')).filter((body) => body.includes('told-news-asked'));
    expect(told).toHaveLength(1);
  });
});

describe('the page without scripts', () => {
  async function write(world: FunctionWorld, id: string, words?: string): Promise<string> {
    const { trackingKey: key } = await world.services.requests.load(world.town.settings.id, id);
    const body = new URLSearchParams({ id, key, ...(words === undefined ? {} : { words }) }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const sent = await createAnswerRequest(world.services)(world.call(ROUTES.plainWord, { headers, body }));
    const { searchParams } = new URL(sent.headers?.['location']?.toString() ?? '', 'https://grid.example');
    const query = Object.fromEntries(searchParams);
    const shown = await createTrackRequest(world.services)(world.call(TRACKING.plainRequest, { id, query }));
    return shown.body ?? '';
  }

  it('says what became of words: passed on, or an emergency with its number; and that nobody was asked where nobody was', async () => {
    const world = await begin(sampleTown());
    const { id, town } = await inZhukou(world, '示例：巷口路灯不亮');
    expect(await write(world, id, '灯杆在东头')).toContain('It was passed on to');
    const danger = await write(world, id, '家里煤气味很大，快来人');
    expect(danger).toMatch(/urgent request of its own: \w{4}-\w{4}/);
    expect(danger).not.toContain('It was passed on to');
    expect(await write(world, id)).toContain('was told that you are asking');
    const record = await world.services.requests.load(town, id);
    await world.services.requests.save({ ...record, status: 'closed', closedAs: 'satisfied' });
    expect(await write(world, id)).not.toContain('was told that you are asking');
  });
});
