import { showRequestId } from '../../domain/codes/request-id.js';
import type { Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { linkTo, withLinks } from './texted-link.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const HOSPITAL = 'eye-hospital-1';
const HEAD = 'g52-a';

/** Everybody of the case reads and writes this language. */
const speaking =
  (language: Language) =>
  (town: Town): Town => ({ ...town, staff: town.staff.map((person) => ({ ...person, language })) });

interface Patient {
  readonly name: string;
  readonly phone: string;
}

/** A cataract surgery that was approved: the hospital is asked for a date. It is a Monday, a little after nine. */
async function approved(town: TownStory, language: Language, patient: Patient = RESIDENT): Promise<Receipt> {
  const receipt = await town.submit({
    name: '示例网格长',
    phone: town.phoneOf(HEAD),
    category: 'cataract-surgery',
    description: '示例：老人视物模糊，需做手术',
    onBehalfOf: { name: patient.name, phone: patient.phone },
    language,
  });
  for (const staff of [HEAD, 'red-cross-1', 'disabled-federation-1']) await town.reply(staff, '1');
  return receipt;
}

const told = (town: TownStory): string => town.textsTo(RESIDENT.phone).join('\n');

describe('an appointment in Chinese', () => {
  const story = eachStory({ change: speaking('zh-CN') });

  it('is read to its date, told and shown as that, and both are reminded the day before', async () => {
    const town = story();
    const receipt = await approved(town, 'zh-CN');
    const hospital = town.phoneOf(HOSPITAL);
    await town.text(hospital, '下周吧');
    expect(town.lastTextTo(hospital)).toContain('没看出是哪一天');
    expect(told(town)).not.toContain('手术时间');

    await town.text(hospital, '后天上午8点半，空腹');
    const when = '8月26日（周三）上午8:30';
    const recorded = town.textsTo(hospital).find((body) => body.includes('已记录'));
    expect(recorded).toContain(`${when}，空腹（${showRequestId(receipt.id)}）`);
    expect(town.lastTextTo(RESIDENT.phone)).toContain(`手术时间：${when}，眼科医院，空腹`);
    expect(await town.view(receipt)).toMatchObject({
      appointment: { name: '手术时间', text: `${when}，空腹`, date: '2026-08-26', time: '08:30' },
      timeline: expect.arrayContaining([
        expect.objectContaining({ type: 'appointment', text: expect.stringContaining(`${when}，空腹`) }),
      ]),
    });
    const page = await town.http(`/plain/r/${receipt.id}?key=${receipt.trackingKey}`);
    expect(await page.text()).toContain(when);
    // What the hospital is asked next says when.
    expect(town.lastTextTo(hospital)).toContain(when);

    await town.text(hospital, '手术做完了');
    expect(town.lastTextTo(hospital)).toContain(`约的是${when}`);
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });

    const before = town.textsTo(RESIDENT.phone).length;
    await town.advance('PT29H');
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(before);
    await town.advance('PT3H');
    expect(town.lastTextTo(RESIDENT.phone)).toContain(`提醒：手术时间，${when}`);
    const head = town.textsTo(town.phoneOf(HEAD)).find((body) => body.includes('请陪同'));
    expect(head).toContain(when);
    expect(head).toContain(showRequestId(receipt.id));

    await town.advance('PT20H');
    await town.text(hospital, '手术做完了');
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });
});

describe('an appointment in English', () => {
  const story = eachStory({ change: speaking('en') });

  it('that is not sure is confirmed by a digit, can be moved by text, and is asked about when done too early', async () => {
    const town = story();
    const receipt = await approved(town, 'en');
    const hospital = town.phoneOf(HOSPITAL);
    await town.text(hospital, 'next week');
    expect(town.lastTextTo(hospital)).toContain('Which day?');
    await town.text(hospital, 'Tue 26 Aug 8:30, fasting');
    expect(town.lastTextTo(hospital)).toContain('Is it Wed 26 Aug, 8:30?');
    await town.text(hospital, '1');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('Wed 26 Aug, 8:30');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('fasting');

    await town.text(hospital, 'moved to Thu 27 Aug 2pm');
    expect(town.lastTextTo(hospital)).toMatch(/Recorded: \w{4} Thu 27 Aug, 14:00/);
    expect(town.lastTextTo(RESIDENT.phone)).toContain('now Thu 27 Aug, 14:00');
    const reminders = () => town.textsTo(RESIDENT.phone).filter((body) => body.includes('Reminder'));
    await town.advance('PT33H');
    expect(reminders()).toEqual([]);
    await town.advance('P1D');
    expect(reminders()).toEqual([expect.stringContaining('Thu 27 Aug, 14:00')]);
    expect(town.textsTo(town.phoneOf(HEAD)).join('\n')).toContain('Thu 27 Aug, 14:00');

    await town.text(hospital, 'done');
    expect(town.lastTextTo(hospital)).toContain('booked for Thu 27 Aug, 14:00');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });
    await town.text(hospital, '1');
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });

  it('is moved beside a danger, which goes first', async () => {
    const town = story();
    await approved(town, 'en');
    const hospital = town.phoneOf(HOSPITAL);
    await town.text(hospital, 'Wed 26 Aug 8:30');
    const before = town.textsTo(hospital).length;
    await town.text(
      hospital,
      'Surgery moved to Thu 27 Aug 2pm. The canteen kitchen is on fire, people inside',
    );
    expect(town.textsTo(hospital).length).toBe(before + 2);
    expect(town.textsTo(hospital).join('\n')).toMatch(/Recorded: \w{4} Thu 27 Aug, 14:00/);
    expect(town.lastTextTo(RESIDENT.phone)).toContain('now Thu 27 Aug, 14:00');
    expect(told(town)).not.toContain('fire');
  });

  it('is moved by the code of its own question too', async () => {
    const town = story();
    await approved(town, 'en');
    const hospital = town.phoneOf(HOSPITAL);
    const code = town.codeFor(hospital);
    await town.text(hospital, `${code} next Tue 8:30`);
    expect(town.lastTextTo(RESIDENT.phone)).toContain('Tue 1 Sep, 8:30');
    await town.text(hospital, `${code} Wed 2 Sept 9am`);
    expect(town.lastTextTo(RESIDENT.phone)).toContain('now Wed 2 Sep, 9:00');
  });
});

describe('an appointment that is said to be done before its time', () => {
  const story = eachStory({ change: speaking('zh-CN') });

  it.each<[how: string, (done: string, other: string) => string]>([
    ['alone', (done) => `${done} 1`],
    ['behind an answer to the other', (done, other) => `${other} 8月27日上午9点，${done} 1`],
  ])('is confirmed by its code and digit, %s, though something else was asked meanwhile', async (_, said) => {
    const town = story();
    const receipt = await approved(town, 'zh-CN');
    const hospital = town.phoneOf(HOSPITAL);
    await town.text(hospital, '8月26日上午8点半');
    const done = town.codeFor(hospital);
    await town.text(hospital, `${done} 1 已办好（示例）`);
    expect(town.lastTextTo(hospital)).toContain('约的是');
    await town.advance('PT1M');
    await approved(town, 'zh-CN', { name: '示例邻居', phone: '+8619900009999' });
    const other = town.codeFor(hospital);
    expect(other).not.toBe(done);
    await town.text(hospital, said(done, other));
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });
});

describe('an appointment on the page behind the link', () => {
  const story = eachStory({ change: withLinks });

  async function answer(town: TownStory, body: object): Promise<[number, string]> {
    const response = await town.http(`${linkTo(town, HOSPITAL)}&lang=en`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await town.cloud.clock.settled();
    return [response.status, await response.text()];
  }

  it('is held to the same: a date that is not sure, or done too early, is asked about beside the words', async () => {
    const town = story();
    const receipt = await approved(town, 'zh-CN');
    const [unsure, words] = await answer(town, { option: 'done', note: 'Tue 26 Aug 8:30' });
    expect([unsure, words]).toEqual([422, expect.stringContaining('Wed 26 Aug, 8:30')]);
    expect((await answer(town, { option: 'done', note: 'Wed 26 Aug, 8:30' }))[0]).toBe(202);
    const [early, why] = await answer(town, { option: 'done', note: 'all well' });
    expect([early, why]).toEqual([422, expect.stringContaining('Wed 26 Aug, 8:30')]);
    expect((await answer(town, { option: 'done', note: 'done early, all well' }))[0]).toBe(202);
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });
});
