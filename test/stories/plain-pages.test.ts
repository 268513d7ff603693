import { MESSAGES } from '../../contracts/resident/messages.js';
import { eachStory } from './each-story.js';
import { RESIDENT, textedPhone, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory();
const en = MESSAGES.en;

const WORDS = '示例：路灯不亮 <script>alert(1)</script>';

/** What a browser without scripts sends. */
function post(
  town: TownStory,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  for (const name of ['name', 'phone', 'description', 'note']) {
    const value = fields[name] ?? '';
    if (value.length > 3) town.typed.add(value);
  }
  return town.http(path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}

async function keyOfForm(town: TownStory): Promise<string> {
  const page = await (await town.http('/plain')).text();
  return /name="key"\s+value="([^"]+)"/.exec(page)?.[1] ?? '';
}

const filled = (town: TownStory, key: string) => ({
  key,
  category: 'street-light',
  description: WORDS,
  place: `zhukou/${town.groupOf(52)}`,
  name: RESIDENT.name,
  phone: RESIDENT.phone,
  consent: 'yes',
});

/** Reports by the form, and answers the address it goes on to. */
async function report(town: TownStory): Promise<string> {
  const answer = await post(town, '/plain?lang=en', filled(town, await keyOfForm(town)));
  expect(answer.status).toBe(303);
  await town.cloud.clock.settled();
  return answer.headers.get('location') ?? '';
}

const field = (page: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]+)"`).exec(page)?.[1] ?? '';

describe('without scripts', () => {
  it.each([
    ['zhukou', true],
    ['atlantis', false],
  ])(
    'the address on the poster of %s leads to the form with the village chosen: %s',
    async (village, isKnown) => {
      const poster = await (await story().http(`/?village=${village}`)).text();
      const [, address = ''] = /url=([^"]+)"/.exec(poster) ?? [];
      expect(address).toBe(`/plain?village=${village}`);
      const page = await (await story().http(address)).text();
      expect(/<option value="zhukou\/"\s+selected>/.test(page)).toBe(isKnown);
    },
  );

  it('a box makes what is reported confidential, another keeps its resident unnamed', async () => {
    const town = story();
    const send = (more: Readonly<Record<string, string>>, key: string) =>
      post(town, '/plain', { ...filled(town, key), ...more });
    expect((await send({ confidential: 'yes' }, 'key-one')).status).toBe(303);
    await town.cloud.clock.settled();
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('保密');
    expect(town.textsTo(town.phoneOf('g52-a'))).toEqual([]);
    expect((await send({ anonymous: 'yes' }, 'key-two')).status).toBe(303);
    await town.cloud.clock.settled();
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain(town.textedPhoneOf('duty-desk-1'));
    expect(town.textsTo(town.phoneOf('g52-a')).join()).not.toContain(textedPhone(RESIDENT.phone));
  });

  it('a request is reported, followed and closed by forms alone', async () => {
    const town = story();
    const address = await report(town);
    expect(address).toMatch(/^\/plain\/r\/[0-9A-Z]{8}\?lang=en&key=[\w-]+&after=received$/);
    const receipt = await (await town.http(address)).text();
    expect(receipt).toContain(en.receipt.heading);
    expect(receipt).toContain(town.nameOf('g52-a'));

    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 示例：已修好');
    const [id, key] = [field(receipt, 'id'), field(receipt, 'key')];
    const shown = await post(town, '/plain/track?lang=en', {
      number: `${id.slice(0, 4)} ${id.slice(4)}`,
      key,
    });
    const page = await shown.text();
    expect([shown.status, page.includes(en.ask.heading)]).toEqual([200, true]);

    const answers = { id, key, ask: field(page, 'ask'), option: 'satisfied', note: '示例：谢谢' };
    const answered = await post(town, '/plain/answers?lang=en', answers);
    expect(answered.status).toBe(303);
    await town.cloud.clock.settled();
    const next = answered.headers.get('location') ?? '';
    expect(await (await town.http(next)).text()).toContain(en.ask.thanks);
    const closed = await (await town.http(next.replace('&after=answered', ''))).text();
    expect(closed).toContain(en.closedAs.satisfied);
    expect((await post(town, '/plain/answers', answers)).status).toBe(303);
  });

  it('a form sent twice is one request', async () => {
    const town = story();
    const fields = filled(town, await keyOfForm(town));
    const sent = [await post(town, '/plain', fields), await post(town, '/plain', fields)];
    expect(new Set(sent.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const other = await post(town, '/plain', filled(town, await keyOfForm(town)));
    expect(other.headers.get('location')).not.toBe(sent[0]?.headers.get('location'));
  });

  it('what is wrong is said in the form, what was filled in stays, nothing is stored, and no words become a script', async () => {
    const town = story();
    const key = await keyOfForm(town);
    const wrong = { ...filled(town, key), phone: '12', name: '' };
    const { consent: _none, ...unagreed } = wrong;
    const answer = await post(town, '/plain?lang=en', unagreed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const words of [en.form.missing.name, en.form.missing.consent]) expect(page).toContain(words);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(field(page, 'key')).toBe(key);
    const phone = await post(town, '/plain?lang=en', { ...wrong, name: RESIDENT.name });
    expect([phone.status, (await phone.text()).includes('is not a valid phone number')]).toEqual([422, true]);
    expect(town.textsTo(RESIDENT.phone)).toEqual([]);
  });

  it('an identity number is asked about first', async () => {
    const town = story();
    const fields = { ...filled(town, await keyOfForm(town)), description: '示例 990101190001010018' };
    const asked = await post(town, '/plain?lang=en', fields);
    expect([asked.status, (await asked.text()).includes(en.form.numbersKeep)]).toEqual([422, true]);
    expect((await post(town, '/plain?lang=en', { ...fields, keepNumbers: 'yes' })).status).toBe(303);
  });

  it('somebody reports for someone else, who is told', async () => {
    const town = story();
    const other = { otherName: '示例居民乙', otherPhone: '+8619911110002' };
    for (const value of Object.values(other)) town.typed.add(value);
    await post(town, '/plain', { ...filled(town, await keyOfForm(town)), ...other });
    await town.cloud.clock.settled();
    expect(town.textsTo(other.otherPhone)).toHaveLength(1);
  });

  it('a wrong key, an unknown number and another town’s request are answered alike', async () => {
    const town = story();
    const elmford = await town.beside(sampleTown('elmford'));
    const page = await (await town.http(await report(town))).text();
    const own = { number: field(page, 'id'), key: field(page, 'key') };
    const answers = await Promise.all([
      post(town, '/plain/track?lang=en', { ...own, key: 'wrong' }),
      post(town, '/plain/track?lang=en', { ...own, number: '7Q3K9M2A' }),
      post(elmford, '/plain/track?lang=en', own),
    ]);
    for (const answer of answers)
      expect([answer.status, (await answer.text()).includes(en.track.unknown)]).toEqual([404, true]);
    const stranger = { id: own.number, key: 'wrong', ask: own.number, option: 'withdraw' };
    expect((await post(town, '/plain/answers', stranger)).status).toBe(404);
  });

  it('a page of somebody else sends nothing here', async () => {
    const town = story();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const fields = filled(town, await keyOfForm(town));
    for (const path of ['/plain', '/plain/track', '/plain/answers'])
      expect((await post(town, path, fields, foreign)).status).toBe(403);
    expect(town.textsTo(RESIDENT.phone)).toEqual([]);
  });

  it('a request is taken back', async () => {
    const town = story();
    const page = await (await town.http(await report(town))).text();
    const own = { id: field(page, 'id'), key: field(page, 'key') };
    await post(town, '/plain/answers', { ...own, ask: own.id, option: 'withdraw' });
    await town.cloud.clock.settled();
    const after = await town.http(`/plain/r/${own.id}?key=${own.key}&lang=en`);
    expect(await after.text()).toContain(en.closedAs.withdrawn);
  });
});
