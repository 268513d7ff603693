import type { CorrectedAnswer } from '../../contracts/console/corrections.js';
import type { Role } from '../../domain/access/permissions.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import { SignedIn } from './staff-door.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ console: true });

/** Of the other town; invented. */
const NEIGHBOUR = '+353209120001';

const correct = (town: TownStory, { id }: Receipt, body: object, lang = 'zh-CN', role: Role = 'duty-desk') =>
  town.admin(role, `/admin/requests/${id}/corrections?lang=${lang}`, 'POST', body);

async function corrected(town: TownStory, receipt: Receipt, body: object): Promise<CorrectedAnswer> {
  const answer = await correct(town, receipt, body);
  expect(answer.status).toBe(200);
  return (await answer.json()) as CorrectedAnswer;
}

const released = (town: TownStory, staff: string): string[] =>
  town.textsTo(town.phoneOf(staff)).filter((body) => body.includes('您不用再办，也不用回复'));

describe('a wrong category', () => {
  it('is put right in the console: the work goes on as what it is, and everybody hears once', async () => {
    const town = story();
    const lamp = await town.submit();
    await town.reply('g52-a', '1');
    const answer = await corrected(town, lamp, { category: 'water-leak', reason: '看错了，是漏水' });
    expect(answer.changes).toEqual(['类别由路灯改为供水漏水']);
    expect(released(town, 'g52-a')).toHaveLength(1);
    expect(town.textsTo(RESIDENT.phone).filter((body) => body.includes('现更正'))).toHaveLength(1);
    expect(town.asksTo('water-company-1', lamp)).toHaveLength(1);
    await town.reply('water-company-1', '1 已修好');
    await town.replyAsResident('1');
    const { closedAs, timeline } = await town.view(lamp);
    expect(closedAs).toBe('satisfied');
    expect(timeline.map(({ text }) => text)).toContain('已更正类别：由路灯改为供水漏水');
  });

  it('is put right by text, as people write; what is unclear is asked back with an example that can be obeyed', async () => {
    const town = story();
    const lamp = await town.submit();
    const desk = town.phoneOf('duty-desk-2');
    const number = showRequestId(lamp.id);
    await town.text(desk, `改 ${number} 类别 飞碟`);
    const asked = town.lastTextTo(desk);
    expect(asked).toContain('没有更正');
    const example = /改 [^\n]*$/.exec(asked)?.[0] ?? '';
    await town.text(desk, `${example}，看错了`);
    expect(town.lastTextTo(desk)).toContain('已更正：类别由路灯改为道路损坏');
    await town.text(desk, `${number}改类别为停电`);
    expect(town.lastTextTo(desk)).toContain('已更正：类别由道路损坏改为停电');
    expect(town.lastTextTo(desk)).toContain('为什么改');
    await town.text(desk, '听错了');
    expect(town.lastTextTo(desk)).toContain('原因已记下');
    expect((await town.view(lamp)).path).toBe('coordinated');
    const shown = await (await town.admin('duty-desk', `/admin/requests/${lamp.id}?lang=zh-CN`)).text();
    expect(shown).toContain('更正类别：由道路损坏改为停电；原因：听错了');
  });

  it('is put right in English', async () => {
    const elmford = await story().beside(sampleTown('elmford'));
    const village = elmford.town.villages[0];
    const lamp = await elmford.submit({
      phone: NEIGHBOUR,
      village: village?.id,
      group: village?.groups[0]?.number,
      language: 'en',
      description: 'Sample: the lamp at the door is out',
    });
    const [desk = ''] =
      elmford.town.departments.find(({ id }) => id === elmford.town.settings.departments.dutyDesk)
        ?.contacts ?? [];
    await elmford.text(
      elmford.phoneOf(desk),
      `Correct ${showRequestId(lamp.id)} category to water leak, misread`,
    );
    expect(elmford.lastTextTo(elmford.phoneOf(desk))).toContain(
      'corrected: category Water leak, not Street light',
    );
    // Nobody is texted at night there.
    await elmford.advance('PT8H');
    expect(elmford.textsTo(NEIGHBOUR).join()).toContain(
      'was put right: category Water leak, not Street light',
    );
  });

  it('of a danger raises the alarm at once, and an emergency is ended by a leader alone', async () => {
    const town = story();
    const lamp = await town.submit();
    await corrected(town, lamp, { danger: 'gas', reason: '来电说漏气' });
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('【紧急】');
    const refused = await correct(town, lamp, { danger: 'none', reason: '误报' }, 'en');
    expect(refused.status).toBe(422);
    // The trail says what was corrected, and nothing of what was not.
    const trail = await town.admin('administrator', '/admin/audit');
    const { items } = (await trail.json()) as { items: { action: string; detail?: string }[] };
    expect(items.filter(({ action }) => action === 'request.corrected').map(({ detail }) => detail)).toEqual([
      'danger gas',
    ]);
    expect(await refused.json()).toMatchObject({
      errors: [
        { field: '/danger', message: 'an emergency is stood down by the duty leader or the town leader' },
      ],
    });
    await town.text(town.phoneOf('town-leader-1'), `改 ${showRequestId(lamp.id)} 险情 没有，误报`);
    expect((await town.view(lamp)).path).toBe('same-day');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('请接办');
  });
});

describe('a wrong owner and a wrong place', () => {
  it('are put right by text by who owns it, and by nobody else', async () => {
    const town = story();
    const lamp = await town.submit();
    const [owner, other] = [town.phoneOf('g52-a'), town.phoneOf('g10-a')];
    await town.text(other, `改 ${showRequestId(lamp.id)} 负责人 ${town.nameOf('g10-a')}`);
    expect(town.lastTextTo(other)).toContain('只能由首问责任人');
    const code = town.codeFor(owner);
    await town.text(owner, `改${code}负责人${town.nameOf('g52-b')}，今天我不在`);
    expect(town.lastTextTo(owner)).toContain('已更正：首问责任人由');
    expect(town.asksTo('g52-b', lamp)).toHaveLength(1);
    expect((await town.view(lamp)).owner).toBe(town.nameOf('g52-b'));
    await town.text(town.phoneOf('duty-desk-1'), `改 ${showRequestId(lamp.id)} 地点 51网格`);
    expect(town.asksTo('g51-a', lamp)).toHaveLength(1);
    expect(released(town, 'g52-b')).toHaveLength(1);
  });
});

describe('whoever signed in on the page of the staff', () => {
  it('puts right what they own, the duty desk any by its number, and always says why', async () => {
    const town = story();
    const lamp = await town.submit();
    const number = showRequestId(lamp.id);
    const [owner, desk] = [await SignedIn.as(town, 'g52-a'), await SignedIn.as(town, 'duty-desk-1')];
    expect((await owner.work()).owned.map(({ request }) => request)).toEqual([number]);
    const wrong = { words: 'category power failure', reason: 'misread' };
    expect((await (await SignedIn.as(town, 'g10-a')).write(number, 'corrections', wrong)).status).toBe(404);
    expect((await owner.write(number, 'corrections', { words: wrong.words })).status).toBe(422);
    const done = await owner.write(number, 'corrections', wrong);
    expect(await done.json()).toEqual({ changes: 'category Power cut, not Street light' });
    expect((await desk.work()).correctsAny).toBe(true);
    const call = { words: 'handler water company', reason: 'it is the pump' };
    expect((await desk.write(lamp.id, 'corrections', call)).status).toBe(200);
    expect((await desk.write(number, 'remarks', { words: '示例：门锁着，先打电话' })).status).toBe(200);
    expect(town.lastTextTo(town.phoneOf('water-company-1'))).toContain('门锁着');
  });
});

describe('a mistaken answer', () => {
  it('is put right after the request was closed, and the work goes on in an execution of its own', async () => {
    const town = story();
    const lamp = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '2 不归我管');
    expect((await town.view(lamp)).closedAs).toBe('refused');
    await corrected(town, lamp, { outcome: 'not-done', reason: '按错了，应由我办' });
    expect((await town.view(lamp)).closedAs).toBeUndefined();
    await town.reply('g52-a', '1 已修好');
    await town.replyAsResident('1');
    expect((await town.view(lamp)).closedAs).toBe('satisfied');
  });

  it('is put right in words by whoever pressed the wrong key, though it is closed, and its resident hears of it once', async () => {
    const town = story();
    const lamp = await town.submit();
    const head = town.phoneOf('g52-a');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '2 不归我管');
    await town.advance('PT1H');
    expect((await town.view(lamp)).closedAs).toBe('refused');
    await town.text(head, '刚才回错了,那个办好了');
    expect(town.lastTextTo(head)).toContain('办理结果由不予办理改为已办结');
    expect(town.textsTo(RESIDENT.phone).filter((body) => body.includes('现更正'))).toHaveLength(1);
    await town.replyAsResident('1');
    expect((await town.view(lamp)).closedAs).toBe('satisfied');
  });

  it('recorded as refused, meant as done, is asked of the resident anew', async () => {
    const town = story();
    const leak = await town.submit({ category: 'water-leak' });
    await town.reply('g52-a', '1');
    await town.reply('water-company-1', '2 按错');
    await town.reply('g52-a', '2 按错');
    const answer = await correct(town, leak, { outcome: 'done', reason: '按错键' });
    expect(answer.status).toBe(200);
    await town.replyAsResident('1');
    expect((await town.view(leak)).closedAs).toBe('satisfied');
  });
});

describe('a correction that cannot be made', () => {
  it.each([
    ['zh-CN', { category: 'ufo', owner: 'nobody', reason: 'x' }, ['/category', '/owner'], '没有这个类别'],
    ['en', { category: 'ufo', reason: 'x' }, ['/category'], 'is no category of the town'],
    ['en', { village: 'zhukou', reason: 'x' }, ['/village'], 'name the village and group, or the grid'],
    ['en', { category: 'road-damage' }, ['/reason'], 'is required; please fill it in'],
  ])('says so by field in %s: %j', async (lang, body, fields, first) => {
    const town = story();
    const lamp = await town.submit();
    const answer = await correct(town, lamp, body, lang);
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(fields);
    expect(errors[0]?.message).toBe(first);
  });

  it('is none of the inspectors or of the leaders in the console', async () => {
    const town = story();
    const lamp = await town.submit();
    for (const role of ['inspector', 'leader'] as const)
      expect((await correct(town, lamp, { category: 'road-damage', reason: 'x' }, 'en', role)).status).toBe(
        403,
      );
  });
});

describe('a request by telephone', () => {
  it('is entered in the console and by text, and is the caller’s, not of who took it down', async () => {
    const town = story();
    const call = { phone: '+8619911110021', description: '示例：朱口村5组门口路灯不亮' };
    const answer = await town.admin('duty-desk', '/admin/requests', 'POST', call);
    expect(answer.status).toBe(202);
    const { id } = (await answer.json()) as { id: string };
    const shown = (await (await town.admin('duty-desk', `/admin/requests/${id}`)).json()) as {
      channel: string;
      owner: string;
    };
    expect(shown).toMatchObject({ channel: 'telephone', owner: 'g52-a' });
    expect(town.lastTextTo(call.phone)).toContain(showRequestId(id));
    const trail = await town.admin('administrator', '/admin/audit');
    const { items } = (await trail.json()) as { items: { action: string; subject?: string }[] };
    expect(items.filter(({ action }) => action === 'request.entered')).toMatchObject([{ subject: id }]);
    await town.text(town.phoneOf('duty-desk-1'), '来电 19911110022 朱口村5组水管漏水了');
    expect(town.lastTextTo('+8619911110022')).toContain('已收到并受理');
    expect((await town.admin('inspector', '/admin/requests', 'POST', call)).status).toBe(403);
    expect(
      (await town.admin('duty-desk', '/admin/requests', 'POST', { ...call, village: 'nowhere' })).status,
    ).toBe(422);
  });
});
