import { showRequestId } from '../../domain/codes/request-id.js';
import { eachStory } from './each-story.js';
import { type Receipt, RESIDENT, type TownStory, type View } from './town-story.js';

const story = eachStory({ console: true });

async function send(town: TownStory, path: string, body: unknown): Promise<Response> {
  const response = await town.http(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    body: JSON.stringify(body),
  });
  await town.cloud.clock.settled();
  return response;
}

const askForCode = (town: TownStory, number: string, phone: string) =>
  send(town, '/requests/codes', { number, phone });

const codesTo = (town: TownStory, phone: string): string[] =>
  town
    .textsTo(phone)
    .flatMap((text) => /(?<!\d)\d{8}(?!\d)/.exec(text.includes('验证码') ? text : '')?.[0] ?? []);

const say = ({ id, trackingKey }: Receipt, town: TownStory, words: string): Promise<Response> => {
  town.typed.add(words);
  return send(town, `/requests/${id}/remarks?key=${trackingKey}`, { words });
};

const askNews = ({ id, trackingKey }: Receipt, town: TownStory): Promise<Response> =>
  send(town, `/requests/${id}/news?key=${trackingKey}`, {});

it('a lost request is opened by its number and phone with a code; whoever guesses learns nothing, and nobody is texted for them', async () => {
  const town = story();
  const receipt = await town.submit({ description: '示例：路口的灯坏了好几天了' });
  const number = showRequestId(receipt.id).toLowerCase();
  const stranger = '+8619911119999';
  const answers = [];
  for (const [typed, phone] of [
    [number, '199 1111 0001'],
    [number, stranger],
    ['7Q3K-9M2X', RESIDENT.phone],
  ] as const) {
    const response = await askForCode(town, typed, phone);
    answers.push([response.status, await response.json()]);
  }
  const alike = [202, { minutes: 10, asked: expect.stringMatching(/^[\w-]{22}$/) }];
  expect(answers).toEqual([alike, alike, alike]);
  expect(town.textsTo(stranger)).toEqual([]);
  expect(codesTo(town, RESIDENT.phone)).toEqual([expect.stringMatching(/^\d{8}$/)]);
  expect(town.lastTextTo(RESIDENT.phone)).toContain(showRequestId(receipt.id));

  // Somebody who knows both keeps asking: the phone is texted three an hour at most.
  for (let more = 0; more < 4; more += 1) {
    await town.advance('PT2M');
    expect((await askForCode(town, number, RESIDENT.phone)).status).toBe(202);
  }
  expect(codesTo(town, RESIDENT.phone)).toHaveLength(3);
  const code = codesTo(town, RESIDENT.phone).at(-1) ?? '';

  const enter = (phone: string, typed: string, of = number) =>
    send(town, '/requests/keys', { number: of, phone, code: typed });
  const wrong = code === '11111111' ? '22222222' : '11111111';
  const refusals = [
    await enter(RESIDENT.phone, wrong),
    await enter(stranger, code),
    await enter(RESIDENT.phone, code, '7Q3K-9M2X'),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422]);
  expect(new Set(await Promise.all(refusals.map((one) => one.text()))).size).toBe(1);
  const opened = await enter(RESIDENT.phone, `${code.slice(0, 4)} ${code.slice(4)}`);
  expect(opened.status).toBe(201);
  expect(await opened.json()).toEqual({ id: receipt.id, trackingKey: receipt.trackingKey });
  expect((await enter(RESIDENT.phone, code)).status).toBe(422);
});

it('a resident asks for news once a day, adds a word that reaches who has it, and sees who looked, by what they are', async () => {
  const town = story();
  const head = town.phoneOf('g52-a');
  const receipt = await town.submit({ description: '示例：巷口路灯不亮，晚上看不见路' });
  await town.reply('g52-a', '1');
  const before = town.textsTo(head).length;

  expect((await askNews(receipt, town)).status).toBe(202);
  const again = (await (await askNews(receipt, town)).json()) as View & { newsAgainAt: string };
  expect(again.newsAgainAt).toBe('2026-08-25T01:00:00.000Z');
  expect(town.textsTo(head).slice(before)).toEqual([
    expect.stringMatching(/问办到哪一步了.*[^+\d]19911110001/),
  ]);

  await say(receipt, town, '灯杆上有编号，是12号，就在小卖部门口');
  await say(receipt, town, '灯杆上有编号，是12号，就在小卖部门口');
  expect(town.textsTo(head).filter((text) => text.includes('小卖部门口'))).toHaveLength(1);
  expect((await town.timeline(receipt)).filter((type) => type === 'remark')).toHaveLength(1);

  const danger = (await (await say(receipt, town, '家里煤气味很大，快来人')).json()) as { opened?: string };
  expect(danger.opened).toMatch(/^\w{8}$/);
  expect(danger.opened).not.toBe(receipt.id);
  expect(town.lastTextTo(head)).toContain('紧急');

  await town.admin('duty-desk', `/admin/requests/${receipt.id}/person`);
  const own = await town.http(`/requests/${receipt.id}/own?key=${receipt.trackingKey}`);
  const { words, looks } = (await own.json()) as { words: string; looks: { role: string }[] };
  expect(words).toContain('巷口路灯不亮');
  expect(looks.map(({ role }) => role)).toEqual(['duty-desk']);
  expect((await town.http(`/requests/${receipt.id}/own?key=wrong`)).status).toBe(404);

  await town.answerOnline(receipt, 'withdraw');
  expect((await say(receipt, town, '谢谢师傅')).status).toBe(409);
  expect((await askNews(receipt, town)).status).toBe(409);
});
