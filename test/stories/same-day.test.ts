import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

const story = eachStory({ wire: true });

describe('a same-day request', () => {
  it('goes from the form to the grid head, is done the same day and closed once the resident is satisfied', async () => {
    const town = story();
    const receipt = await town.submit();
    expect(town.lastTextTo(RESIDENT.phone)).toContain(town.nameOf('g52-a'));
    expect(await town.view(receipt)).toMatchObject({
      status: 'assigned',
      path: 'same-day',
      owner: town.nameOf('g52-a'),
    });

    await town.reply('g52-a', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
    await town.advance('PT2H');
    await town.reply('g52-a', '1 已换新灯泡');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    await town.replyAsResident('1');

    const view = await town.view(receipt);
    expect(view).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect(view.timeline.map(({ type }) => type)).toEqual([
      'received',
      'placed',
      'asked',
      'accepted',
      'asked',
      'done',
      'asked-resident',
      'satisfied',
      'closed',
    ]);
    expect((await town.executions()).map(({ name, status }) => [name, status])).toEqual([
      [receipt.id, 'SUCCEEDED'],
    ]);
  });

  it('is due at the end of the working day, and after 16:00 at the end of the next', async () => {
    const town = story();
    expect((await town.view(await town.submit())).dueAt).toBe('2026-08-24T09:30:00.000Z');
    await town.advance('PT7H30M');
    const late = await town.submit({ description: '示例：另一盏路灯不亮' });
    expect((await town.view(late)).dueAt).toBe('2026-08-25T09:30:00.000Z');
  });

  it('is closed as "no answer" three days after the resident was asked and said nothing', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    await town.advance('P2DT23H');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    await town.advance('PT2H');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'no_answer' });
  });

  it('can be answered on the tracking page as well as by text', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    const response = await town.answerOnline(receipt, 'satisfied', '很快，谢谢你们');
    expect(response.status).toBe(202);
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect((await town.answerOnline(receipt, 'unsatisfied')).status).toBe(404);
  });

  it('refused by the cadre reaches the resident with the reason and what else they can do', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '2 该灯属私人所有');
    const told = town.textsTo(RESIDENT.phone).find((body) => body.includes('该灯属私人所有'));
    expect(told).toContain(town.town.settings.alternatives['zh-CN']);
    expect(town.lastTextTo(RESIDENT.phone)).toBe(told);
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
  });

  it('speaks English to a resident who writes English', async () => {
    const town = story();
    const receipt = await town.submit({ language: 'en' });
    expect(town.lastTextTo(RESIDENT.phone)).toMatch(/Request received: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    const response = await town.http(`/requests/${receipt.id}?key=${receipt.trackingKey}&lang=en`);
    const view = (await response.json()) as { timeline: { text: string }[] };
    expect(view.timeline[0]?.text).toBe('Received');
  });
});
