import * as z from 'zod';
import { CALLER_SCENARIOS, DESK_SCENARIOS, STAFF_SCENARIOS } from './caller-scenarios.js';
import { CONSOLE_SCENARIOS } from './console-scenarios.js';
import { ERASING_SCENARIOS } from './erasing-scenarios.js';
import {
  DAY,
  HOUR,
  MINUTE,
  must,
  NEIGHBOUR,
  RESIDENT,
  SECOND,
  type HostedTown,
  type Receipt,
} from './hosted-town.js';

const figuresSchema = z.object({ total: z.object({ received: z.number() }) });
const peopleSchema = z.object({ total: z.object({ people: z.number() }) });
const workSchema = z.object({ asks: z.array(z.unknown()), visits: z.array(z.unknown()) });
const similarSchema = z.object({ similar: z.array(z.object({ id: z.string() })) });

/** A short story that fails where something was refused that it needs. */
export type Scenario = (town: HostedTown) => Promise<void>;

/** The form of a surgery, filled in. */
const APPLICATION = { age: 72, 'resident-of-town': true, eye: 'left' };
const LEAK = { category: 'water-leak', description: '示例：路口漏水' };
const SECOND_LEAK = { ...LEAK, name: '示例居民乙', phone: NEIGHBOUR, description: '示例：门前漏水' };

/** Whoever sends the next text breaks off behind it, and is called again. */
async function brokenOff(town: HostedTown, then: () => Promise<unknown>, wait = 10 * MINUTE): Promise<void> {
  town.failAfterNextText();
  await then();
  town.repair();
  await town.advance(wait);
}

/** The carrier takes no text until the sweep sends what waited. */
async function undelivered(town: HostedTown, then: () => Promise<unknown>): Promise<void> {
  town.fault({ service: 'sns', action: 'Publish', error: 'InternalFailure' });
  await then();
  town.repair();
  await town.advance(10 * MINUTE);
}

/** Somebody, by default the head of grid 52, answers what they were texted while the step that asked them is to be tried again. */
async function answeredTooEarly(
  town: HostedTown,
  begin: () => Promise<unknown>,
  answer: string,
  staff = 'g52-a',
): Promise<void> {
  town.failAfterNextText(town.phoneOf(staff));
  await begin();
  town.repair();
  await town.staffReply(staff, answer);
  await town.advance(5 * MINUTE);
}

/** Whether somebody signs in to the console in it, which takes a key of its own. */
export const isOfConsole = (scenario: string): boolean =>
  scenario in CONSOLE_SCENARIOS || scenario in DESK_SCENARIOS;

/** A surgery of grid 52 that is applied for and approved: where there is a place, the hospital is asked. */
async function approvedSurgery(town: HostedTown, phone: string): Promise<Receipt> {
  const request = await town.submit({ phone, category: 'cataract-surgery', description: '示例：看不清' });
  await town.staffReply('g52-a', '1');
  await town.staffReply('g52-a', '1');
  await town.staffReply('red-cross-1', '1');
  await town.staffReply('disabled-federation-1', '1');
  return request;
}

/** From eleven at night to the first run after the quiet hours; what fails then is sent by the next. */
const UNTIL_MORNING = 8 * HOUR + MINUTE;

/** The ways a request can go, and what else people do. Together they need every grant there is. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...CONSOLE_SCENARIOS,
  ...DESK_SCENARIOS,
  ...CALLER_SCENARIOS,
  ...STAFF_SCENARIOS,
  ...ERASING_SCENARIOS,

  'the pages': async (town) => {
    await town.get('/');
    await town.get('/villages');
    await town.get('/categories');
    await town.get('/places');
    await town.get('/reception-days');
  },

  'the figures of a month': async (town) => {
    await town.submit();
    const { total } = figuresSchema.parse(
      await town.get('/statistics?from=2026-08-01&to=2026-08-31&by=grid'),
    );
    must(total.received === 1, `${total.received} requests were counted`);
  },

  'a photo': async (town) => {
    await town.allowLinks();
    const request = await town.submit();
    const photo = await town.photograph(request);
    await town.get(`/requests/${request.id}/photos/${photo}?key=${request.trackingKey}`);
    await town.seeByLink('g52-a', photo);
  },

  'a photo of what was done': async (town) => {
    await town.allowLinks();
    const request = await town.submit();
    await town.answerByLink('g52-a', 'accept');
    await town.answerByLink('g52-a', 'done');
    const photo = await town.showWorkByLink('g52-a');
    await town.get(`/requests/${request.id}/photos/${photo}?key=${request.trackingKey}`);
    must((await town.workPhotosOf(request)).includes(photo), 'its resident is not told of the photo');
  },

  'an approval refused by link': async (town) => {
    await town.allowLinks();
    const request = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.answerByLink('g52-a', 'accept');
    await town.answerByLink('g52-a', 'done', undefined, APPLICATION);
    await town.answerByLink('red-cross-1', 'refuse', '名额已满');
    town.wasTold(town.phoneOf('disabled-federation-1'), '不用再回复');
    await town.expect(request, 'closed', 'refused');
  },

  'an application by its form': async (town) => {
    await town.allowLinks();
    await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.answerByLink('g52-a', 'accept');
    await town.answerByLink('g52-a', 'done', undefined, APPLICATION);
    town.wasTold(town.phoneOf('red-cross-1'), '请审批');
  },

  'an application by text': async (town) => {
    await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '表 1=72 2=是 3=左眼');
    town.told(town.phoneOf('red-cross-1'), '请审批');
  },

  'a follow-up answered by link': async (town) => {
    await town.allowLinks();
    await town.followUp(await town.submit());
    await town.answerByLink('g52-a', 'well');
  },

  'a follow-up that finds a problem': async (town) => {
    await town.followUp(await town.submit());
    await town.staffReply('g52-a', '2 示例：又不亮了');
    town.told(town.phoneOf('g52-a'), '请办理');
    town.told(RESIDENT, '已收到并受理');
    await town.over('FollowUpStateMachineArn');
  },

  'a follow-up answered before its link could be sent': async (town) => {
    await town.allowLinks();
    const request = await town.submit();
    await answeredTooEarly(town, () => town.followUp(request), '1');
    await town.over('FollowUpStateMachineArn');
  },

  'something put right before its link could be sent': async (town) => {
    await town.allowLinks();
    await answeredTooEarly(town, () => town.rectify(), '1 示例：已补登');
    town.told(town.phoneOf('inspection-team-1'), '/asks/');
  },

  'something put right by link': async (town) => {
    await town.allowLinks();
    await town.rectify();
    await town.answerByLink('g52-a', 'done', '示例：已补登');
    town.told(town.phoneOf('inspection-team-1'), '/asks/');
  },

  'something that nobody puts right': async (town) => {
    await town.rectify();
    await town.advance(8 * DAY);
    await town.wasToldAtOnce(town.phoneOf('duty-leader-1'), '逾期提醒：');
  },

  'something put right and checked again': async (town) => {
    await town.rectify();
    await town.staffReply('g52-a', '1 示例：已补登');
    town.told(town.phoneOf('inspection-team-1'), '复查');
    await town.staffReply('inspection-team-1', '1');
    await town.allTaken();
  },

  'the checks of a week': async (town) => {
    await town.advance(HOUR);
    for (const staff of new Set(town.town.supervisors.map((one) => one.staff)))
      await town.staffReply(staff, staff === 'village-leader-1' ? '2 1 示例：台账不全' : '1');
    town.told(town.phoneOf('inspection-team-1'), '结果已公布');
    await town.get('/inspections');
    await town.get('/inspections/weekly/2026-08-24');
  },

  'the inspection of a month': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    await town.advance(4 * DAY + 30 * MINUTE);
    const all = ['1', '2', '3'].flatMap((n) => town.textsTo(town.phoneOf(`inspection-team-${n}`)));
    must(all.filter((text) => text.includes('请打电话问')).length === 1, 'nobody was asked to call');
    await town.get('/inspections/monthly/2026-08');
    await town.get('/inspections/monthly/2026-08/packs/52');
  },

  'a request by another program': async (town) => {
    const filed = await town.file({ service_code: 'street-light', phone: NEIGHBOUR });
    await town.get('/open311/v2/services.json');
    await town.get(`/open311/v2/requests/${filed}.json`);
    await town.get('/open311/v2/requests.json');
    town.told(NEIGHBOUR, '已收到并受理');
  },

  'the bulletin of a day that is not closed': async (town) => {
    await town.get('/bulletin', 404);
    await town.get('/bulletin?date=2026-08-21', 404);
  },

  'a day that is closed': async (town) => {
    await town.submit();
    await town.get('/today');
    await town.advance(8 * HOUR);
    town.leaveUnsent();
    await town.advance(HOUR);
    await town.get('/bulletin');
    const digests = town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('日结：受理'));
    must(digests.length === 1, `the head was told of the day ${digests.length} times`);
    await town.ranWell('DailyCloseStateMachineArn');
  },

  'a follow-up that is begun when it is due': async (town) => {
    await town.followUpNextDay();
    const request = await town.submit({ category: 'road-damage', description: '示例：路面坑洼' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('construction-office-1', '1 已勘查');
    await town.staffReply('construction-office-1', '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    // Broken off once its task is stored, more often than the SDK tries by itself.
    const fault = {
      service: 'states',
      action: 'StartExecution',
      error: 'ServiceUnavailable',
      times: 3,
    } as const;
    town.fault({ ...fault, execution: 'sanhehu-2026-08-25' });
    await town.advance(DAY + 9 * HOUR);
    const asked = town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('请回访'));
    must(asked.length === 1, `the head was asked ${asked.length} times to look in again`);
    await town.has(request, 'follow-up-due');
  },

  'a deadline of which somebody is warned': async (town) => {
    await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    // Due in five working days, on Monday; a yellow card on the Friday before.
    await town.advance(3 * DAY);
    town.leaveUnsent();
    await town.advance(DAY);
    const warned = town.textsTo(town.phoneOf('water-company-1')).filter((text) => text.includes('黄牌'));
    must(warned.length === 1, `who handles it was warned ${warned.length} times`);
    await town.ranWell('DeadlineCardsStateMachineArn');
  },

  'a deadline that has passed': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    // Broken off once the order is stored, more often than the SDK tries by itself.
    const fault = {
      service: 'states',
      action: 'StartExecution',
      error: 'ServiceUnavailable',
      times: 3,
    } as const;
    town.fault({ ...fault, execution: 'sanhehu-2026-08-25' });
    await town.advance(DAY);
    const ordered = town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('【督办】'));
    must(ordered.length === 1, `the head was asked ${ordered.length} times to answer for it`);
    await town.has(request, 'red-card');
    await town.report('deadline-cards', '2026-08-25');
  },

  'cards that could not be given at first': async (town) => {
    town.fault({ function: 'GiveCards', error: 'Broken', times: 8 });
    await town.advance(DAY);
    town.told(town.phoneOf('duty-desk-1'), '黄牌红牌未能发出');
  },

  'a day that could not be closed at first': async (town) => {
    town.fault({ function: 'CloseDay', error: 'Broken', times: 8 });
    await town.advance(9 * HOUR);
    town.told(town.phoneOf('duty-desk-1'), '日结未能完成');
  },

  'a request by form, satisfied': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
    town.wasTold(RESIDENT, '已办结');
  },

  'a form sent twice': async (town) => {
    const request = await town.submit();
    const again = await town.submit();
    must(again.id === request.id, 'the same form became two requests');
  },

  'a request answered on its page': async (town) => {
    const request = await town.submit();
    await town.addOnline(request, '示例：灯杆也歪了');
    town.told(town.phoneOf('g52-a'), '灯杆也歪了');
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.answerOnline(request, 'satisfied');
    await town.expect(request, 'closed', 'satisfied');
  },

  'a request taken back on its page': async (town) => {
    const request = await town.submit();
    await town.answerOnline(request, 'withdraw');
    await town.expect(request, 'withdrawn', 'withdrawn');
    town.told(town.phoneOf('g52-a'), '撤回');
  },

  'a request taken back on its page while departments are asked': async (town) => {
    const request = await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    await town.answerOnline(request, 'withdraw');
    await town.expect(request, 'withdrawn', 'withdrawn');
  },

  'a request taken back by text': async (town) => {
    const request = await town.submit();
    await town.text(RESIDENT, `撤回 ${request.id}`);
    await town.expect(request, 'withdrawn', 'withdrawn');
  },

  'a request by text': async (town) => {
    await town.text(NEIGHBOUR, '朱口村路灯坏了', 'reported');
    town.told(NEIGHBOUR, '朱口村的几组');
    await town.text(NEIGHBOUR, '朱口村路灯坏了', 'reported');
    await town.reply(NEIGHBOUR, '5组');
    town.told(town.phoneOf('g52-a'), '编码');
  },

  "a text by a carrier of the town's own": async (town) => {
    must(await town.handOver(NEIGHBOUR, '停发'), 'the carrier was not told that its text is taken');
  },

  'what was reported already, offered': async (town) => {
    const first = await town.submit();
    const { similar } = similarSchema.parse(
      await town.get('/requests/similar?category=street-light&grid=52'),
    );
    must(similar[0]?.id === first.id, 'the open request was not offered');
  },

  'people received, by text': async (town) => {
    const desk = town.phoneOf('duty-desk-1');
    await town.text(desk, '接待 2人 已答复 咨询医保', 'received');
    await town.text(desk, '接待 2人 已答复 咨询医保', 'received');
    town.told(desk, '已登记接待2人');
    const { total } = peopleSchema.parse(await town.get('/statistics?from=2026-08-24&to=2026-08-24'));
    must(total.people === 2, `${total.people} people were counted`);
  },

  'a place that is refused, passed on to the next in line': async (town) => {
    await town.limitPlaces();
    await approvedSurgery(town, RESIDENT);
    const second = await approvedSurgery(town, NEIGHBOUR);
    await town.expect(second, 'coordinating');
    town.told(NEIGHBOUR, '目前第1位');
    await town.staffReply('eye-hospital-1', '2 示例：不适合手术');
    town.told(NEIGHBOUR, '已有名额');
  },

  'a place that was left behind by a failure, passed on at the close': async (town) => {
    await town.limitPlaces();
    const first = await approvedSurgery(town, RESIDENT);
    await approvedSurgery(town, NEIGHBOUR);
    town.fault({ function: 'RecordStep', error: 'Broken', times: 8 });
    await town.staffReply('eye-hospital-1', '1 示例：9月8日');
    await town.advance(40 * MINUTE);
    town.repair();
    await town.staffReply('duty-desk-1', '4 信访办');
    await town.expect(first, 'closed', 'referred');
    town.told(NEIGHBOUR, '已有名额');
  },

  'the visits of a week, by text': async (town) => {
    town.leaveUnsent();
    await town.advance(HOUR);
    town.told(town.phoneOf('g52-a'), '本周走访');
    await town.ranWell('VisitRoundStateMachineArn');
    town.repair();
    await town.text(town.phoneOf('g52-a'), '走访 1 2人');
    town.told(town.phoneOf('g52-a'), '已记录：1号户');
  },

  'the visits of a week, by link': async (town) => {
    await town.allowLinks();
    await town.advance(HOUR);
    // Before the checks of the week, which would sign the town's first link.
    await town.wasToldAtOnce(town.phoneOf('g52-a'), '/visits/52');
    await town.visitByLink('g52-a', { household: 1, people: 2, note: '示例：路灯不亮', problem: true });
    const asked = town.textsTo(town.phoneOf('g52-a')).some((text) => text.includes('编码'));
    must(asked, 'the visitor was not asked about what they found');
  },

  'a cadre who signs in': async (town) => {
    const { id } = await town.submit();
    await town.rectify();
    await town.advance(HOUR);
    const call = await town.signIn('g52-a');
    const { asks, visits } = workSchema.parse(await call('GET', '/staff/work'));
    must(asks.length === 2 && visits.length === 1, `listed are ${asks.length} asks, ${visits.length} visits`);
    await call('POST', '/staff/leave', { from: '2026-09-01', to: '2026-09-02' });
    await call('DELETE', '/staff/leave/2026-09-01');
    await call('POST', `/staff/requests/${id}/remarks`, { words: '示例：已联系电工' });
  },

  'a number that opts out and in': async (town) => {
    await town.text(RESIDENT, '退订');
    await town.text(RESIDENT, '恢复');
    town.told(RESIDENT, '已恢复');
    await town.allTaken();
  },

  'a cadre on leave': async (town) => {
    await town.text(town.phoneOf('g52-a'), '休假 8/25-8/26');
    town.told(town.phoneOf('g52-a'), '已登记休假');
    await town.allTaken();
  },

  'a request accepted while the engine was down': async (town) => {
    town.fault({ service: 'states', action: 'StartExecution', error: 'ServiceUnavailable' });
    const request = await town.submit();
    town.repair();
    await town.advance(6 * MINUTE);
    await town.expect(request, 'assigned');
  },

  'a request that a department handles': async (town) => {
    const request = await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    await town.staffReply('water-company-1', '1 已抢修');
    await town.reply(RESIDENT, '1');
    await town.expect(request, 'closed', 'satisfied');
  },

  'an approval refused': async (town) => {
    const request = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1');
    await town.staffReply('red-cross-1', '2 名额已满');
    town.told(town.phoneOf('disabled-federation-1'), '不用再回复');
    await town.expect(request, 'closed', 'refused');
  },

  'an approval refused before the step that asked for it was over': async (town) => {
    const request = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await answeredTooEarly(town, () => town.staffReply('g52-a', '1'), '2 名额已满', 'red-cross-1');
    town.wasTold(town.phoneOf('disabled-federation-1'), '不用再回复');
    await town.expect(request, 'closed', 'refused');
  },

  'an answer given twice': async (town) => {
    await town.submit();
    const cadre = town.phoneOf('g52-a');
    await town.reply(cadre, '1');
    await town.reply(cadre, '1', 0);
    town.told(cadre, '已有答复');
  },

  'two reports of one event': async (town) => {
    const first = await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    const second = await town.submit(SECOND_LEAK);
    await town.staffReply('g52-a', '7');
    await town.staffReply('water-company-1', '1 已抢修');
    await town.reply(RESIDENT, '1');
    await town.expect(first, 'closed', 'satisfied');
    await town.expect(second, 'closed', 'joined');
  },

  'a request taken back before its ask was put': async (town) => {
    town.fault({ function: 'AskPerson', error: 'Broken', times: 1 });
    const request = await town.submit();
    await town.answerOnline(request, 'withdraw');
    await town.advance(5 * MINUTE);
    await town.expect(request, 'withdrawn', 'withdrawn');
  },

  'a request taken back before its department was asked': async (town) => {
    const request = await town.submit(LEAK);
    town.fault({ function: 'AskPerson', error: 'Broken', times: 1 });
    await town.staffReply('g52-a', '1');
    await town.answerOnline(request, 'withdraw');
    // Time for one more try, not for the workflow to find a way round an ask that it cannot end.
    await town.advance(10 * SECOND);
    await town.expect(request, 'withdrawn', 'withdrawn');
  },

  'a request at night': async (town) => {
    await town.advance(14 * HOUR);
    const before = town.textsTo(town.phoneOf('g52-a')).length;
    await town.submit();
    must(town.textsTo(town.phoneOf('g52-a')).length === before, 'somebody was texted at eleven at night');
    await town.advance(UNTIL_MORNING);
    town.wasTold(town.phoneOf('g52-a'), '编码');
  },

  'a daily summary': async (town) => {
    const leader = town.phoneOf('duty-leader-1');
    await town.text(leader, '汇总');
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.answerOnline(request, 'unsatisfied');
    town.told(leader, '汇总');
    await town.advance(8 * HOUR + MINUTE);
    town.wasTold(leader, '重办');
  },

  'a task at night': async (town) => {
    await town.advance(14 * HOUR);
    await town.rectify();
    await town.text(RESIDENT, '退订');
    await town.advance(UNTIL_MORNING);
    // What is not taken then, the sweep sends.
    await town.wasToldAtOnce(town.phoneOf('g52-a'), '请整改');
  },

  'an ask that the carrier did not take': async (town) => {
    await undelivered(town, () => town.submit());
    town.told(RESIDENT, '已收到并受理');
    town.told(town.phoneOf('g52-a'), '编码');
  },

  'a task that the carrier did not take': async (town) => {
    await undelivered(town, () => town.rectify());
    town.told(town.phoneOf('g52-a'), '请整改');
    await town.advance(20 * MINUTE);
    const texts = town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('请整改'));
    must(texts.length === 1, `they were texted ${texts.length} times`);
  },

  'a receipt whose step broke off behind it': async (town) => {
    await brokenOff(town, () => town.submit());
    town.told(RESIDENT, '已收到并受理');
  },

  'an ask whose step broke off behind it': async (town) => {
    town.fault({ function: 'AskPerson', error: 'Broken', times: 1 });
    await town.submit();
    await brokenOff(town, () => town.advance(5 * MINUTE));
    town.told(town.phoneOf('g52-a'), '编码');
  },

  'a reopening that broke off while it was told': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    const asked = await town.askedOnline(request);
    await brokenOff(town, () => town.answerOnline(request, 'unsatisfied', asked));
    // The page says that it failed, and is pressed again.
    await town.answerOnline(request, 'unsatisfied', asked);
    await town.expect(request, 'assigned');
    town.told(RESIDENT, '重新办理');
    town.told(town.phoneOf('duty-leader-1'), '重新办理');
  },

  'a closure whose step broke off behind its text': async (town) => {
    const request = await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    const asked = await town.askedOnline(request);
    await brokenOff(town, () => town.answerOnline(request, 'satisfied', asked));
    // The page says that it failed, and is pressed again.
    await town.answerOnline(request, 'satisfied', asked);
    await town.expect(request, 'closed', 'satisfied');
    town.wasTold(RESIDENT, '已办结');
  },

  'an answer that broke off while it was confirmed': async (town) => {
    await brokenOff(town, () => town.text(town.phoneOf('g52-a'), '帮助'), HOUR);
    town.wasTold(town.phoneOf('g52-a'), '直接用自己的话回');
  },

  'a withdrawal that broke off while it was told': async (town) => {
    const request = await town.submit(LEAK);
    await town.staffReply('g52-a', '1');
    await brokenOff(town, () => town.answerOnline(request, 'withdraw'));
    await town.answerOnline(request, 'withdraw');
    town.told(town.phoneOf('water-company-1'), '不用再办');
  },

  'a coordination that failed and was given up': async (town) => {
    const request = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1');
    // The other approval is still open when nobody answers this one, and its silence cannot be recorded.
    await town.staffReply('red-cross-1', '3 示例：等名额');
    town.fault({ function: 'RecordStep', error: 'Broken', times: 8 });
    await town.advance(4 * DAY);
    town.repair();
    await town.staffReply('duty-desk-1', '4 信访办');
    await town.expect(request, 'closed', 'referred');
  },
};
