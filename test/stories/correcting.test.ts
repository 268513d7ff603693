import type { CorrectedAnswer } from '../../contracts/console/corrections.js';
import type { Role } from '../../domain/access/permissions.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { eachStory } from './each-story.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ console: true });

const correct = (town: TownStory, { id }: Receipt, body: object, role: Role = 'duty-desk') =>
  town.admin(role, `/admin/requests/${id}/corrections?lang=zh-CN`, 'POST', body);

async function corrected(town: TownStory, receipt: Receipt, body: object): Promise<CorrectedAnswer> {
  const answer = await correct(town, receipt, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.anything()]);
  return JSON.parse(text) as CorrectedAnswer;
}

describe('a wrong category', () => {
  it('is put right in the console: the department is asked, the grid is not any more, and each hears once', async () => {
    const town = story();
    const lamp = await town.submit();
    const answer = await corrected(town, lamp, { category: 'water-leak', reason: '看错了，是漏水' });
    expect(answer.changes.join()).toContain('类别由路灯');
    const head = town.asksTo('g52-a', lamp);
    console.log(answer, head, town.textsTo(RESIDENT.phone));
    await town.reply('g52-a', '1');
    expect(town.lastTextTo(town.phoneOf('water-company-1'))).toContain(showRequestId(lamp.id));
    await town.reply('water-company-1', '1 已修好');
    await town.replyAsResident('1');
    console.log(await town.view(lamp));
    expect((await town.view(lamp)).closedAs).toBe('satisfied');
  });
});
