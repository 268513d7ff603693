import { remarkRoute } from '../../contracts/resident/request.js';
import { entriesOf } from '../../domain/request/timeline.js';
import { createAnswerRequest } from '../../functions/resident/answer-request/handler.js';
import { addRemark } from '../../functions/use-cases/add-remark.js';
import { asked, takeIn } from './a-case.js';
import { eachWorld } from './each-world.js';
import type { FunctionWorld } from './function-world.js';

const { begin } = eachWorld();
const TOWN = 'small-town';
/** More than a timeline shows of it. */
const LONG = '从小卖部往东数第三根灯杆，杆子上写着十二号，昨天夜里还闪了几下，今天彻底不亮了，老人孩子走路都看不见，路边还有一条水沟';

async function say(world: FunctionWorld, id: string, words: string) {
  const { trackingKey: key } = await world.services.requests.load(TOWN, id);
  const call = world.call(remarkRoute, { id, query: { key }, body: { words } });
  const { statusCode, body } = await createAnswerRequest(world.services)(call);
  return { status: statusCode, body: JSON.parse(body ?? '{}') as { opened?: string; detail?: string } };
}

const wordsOf = async (world: FunctionWorld, id: string): Promise<string> =>
  (await world.services.requests.person(TOWN, id)).description;

describe('what is added to a request', () => {
  it('stands whole with its words, once, however often it is sent and however alike it begins', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const said = [`${LONG}，请快来`, `${LONG}，不急`, '第一行\n第二行'];
    for (const words of [...said, ...said]) expect((await say(world, id, words)).status).toBe(202);
    expect(await wordsOf(world, id)).toBe(['the lamp at Sample Lane is dark', ...said].join('\n'));
    expect(entriesOf(await world.services.requests.load(TOWN, id), 'remark')).toHaveLength(3);
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

  it('by the only one who is asked about it stands there under their name, though nobody is told', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const record = await world.services.requests.load(TOWN, id);
    await addRemark(world.services, world.town, record, { words: LONG, at: world.at, key: 'page', by: 'a1' });
    expect(await wordsOf(world, id)).toMatch(new RegExp(`\nSample a1(：|: )${LONG}$`));
    expect(world.texts.filter(({ body }) => body.includes('told-remark'))).toEqual([]);
  });
});
