import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

const story = eachStory();

describe('executions and log lines', () => {
  it('hold ids only, whatever was typed into a form or a text on the way', async () => {
    const town = story();
    const receipt = await town.submit({
      category: 'cataract-surgery',
      description: '示例：左眼看不见，家住水塔旁第二户',
      onBehalfOf: { name: '示例老人丁', phone: '+8619911110004' },
      location: { lat: 37.362345, lng: 117.770123 },
    });
    await town.reply('g52-a', '1 已联系家属');
    await town.reply('g52-a', '3 需补诊断证明');
    await town.reply('g52-a', '1 材料齐全');
    await town.reply('red-cross-1', '2 不符合家庭收入条件');
    await town.text('+8619911110004', '收入证明有误，我不同意');
    for (const value of ['收入证明有误', RESIDENT.name]) town.typed.add(value);
    expect(await town.leaks()).toEqual([]);
    expect((await town.view(receipt)).closedAs).toBe('refused');
  });

  it('are really searched: the id of a request, which they do hold, is found', async () => {
    const town = story();
    const { id } = await town.submit();
    town.typed.add(id);
    expect(await town.leaks()).toEqual([id]);
    town.typed.delete(id);
  });

  it.each([
    [
      'of a text that the carrier did not take',
      { service: 'sns', action: 'Publish', error: 'InternalError' },
    ],
    ['of a step that failed', { function: 'AssignRequest', error: 'Broken' }],
  ])('hold nothing personal %s either', async (_, fault) => {
    const town = story();
    await town.fault({ ...fault, times: 3 });
    await town.submit();
    await town.advance('PT10M');
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
    expect(town.textsTo(town.phoneOf('g52-a'))).toHaveLength(1);
  });
});
