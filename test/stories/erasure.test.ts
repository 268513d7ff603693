import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCaseFileStore, brokenSeals } from '../../adapters/case-file-store.js';
import { contactOfPhone } from '../../adapters/contact.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { caseFilesCommand } from '../../tools/operator/case-files-command.js';
import { eraseCommand } from '../../tools/operator/erase-command.js';
import type { Said } from '../../tools/operator/run-command.js';
import { frame, jpeg } from '../domain/photos/a-jpeg.js';
import { eachStory } from './each-story.js';
import { everyItem, remains, STORED_JPEG } from './everything-stored.js';
import { operate } from './operator-command.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const story = eachStory({ console: true });

const WORDS = '示例：左眼看不见，家住水塔旁第二户';
const CURE = '示例：换了灯泡并扶正灯杆';
const SAID = '示例：还差一个灯罩没装';

const api = async (town: TownStory, path: string, body?: unknown): Promise<Response> => {
  const response = await town.http(path, {
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  await town.cloud.clock.settled();
  return response;
};

const erase = ({ id, trackingKey }: Receipt, town: TownStory): Promise<Response> =>
  api(town, `/requests/${id}/erasure?key=${trackingKey}`, { sure: true });

/** A request of a street light, with a photo, a remark, a look from the console and a code by text, settled and closed. */
async function livedThrough(town: TownStory, fields: object = {}): Promise<Receipt> {
  const receipt = await town.submit({ description: WORDS, ...fields });
  const { id, trackingKey } = receipt;
  await town.http(`/requests/${id}/photos?key=${trackingKey}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: Buffer.from(jpeg({ size: frame(640, 480) })),
  });
  await town.reply('g52-a', '1');
  await api(town, `/requests/${id}/remarks?key=${trackingKey}`, { words: SAID });
  await town.admin('duty-desk', `/admin/requests/${id}`);
  await town.admin('duty-desk', `/admin/requests/${id}/person`);
  await api(town, '/requests/codes', { number: showRequestId(id), phone: RESIDENT.phone });
  await town.reply('g52-a', `1 ${CURE}`);
  await town.replyAsResident('1');
  expect((await town.view(receipt)).closedAs).toBe('satisfied');
  return receipt;
}

/** All that says who it was, or what they said: in any shape in which it is stored. */
const personal = (town: TownStory, { trackingKey }: Receipt): string[] => [
  RESIDENT.name,
  RESIDENT.phone,
  RESIDENT.phone.replace('+86', ''),
  WORDS,
  '水塔旁',
  CURE,
  SAID,
  trackingKey,
  STORED_JPEG,
];

/** Keys of the items that hold a value. */
const stored = async (town: TownStory, value: string): Promise<string[]> =>
  (await everyItem(town)).flatMap(({ pk, text }) => (text.includes(value) ? [pk] : []));

const figures = async (town: TownStory): Promise<unknown> =>
  (await town.http('/statistics?from=2026-08-01&to=2026-08-31')).json();

it('who erases their only request by its page leaves nothing in table, indexes, photos, queues, logs and histories, and is counted still', async () => {
  const town = story();
  const receipt = await livedThrough(town);
  for (const value of personal(town, receipt)) expect(await stored(town, value)).not.toEqual([]);
  const before = await figures(town);
  const contact = contactOfPhone(town.town.settings.id, RESIDENT.phone);
  const answered = await erase(receipt, town);
  expect([answered.status, await answered.json()]).toEqual([202, { done: 'soon' }]);
  await town.advance('PT10M');
  expect(await remains(town, personal(town, receipt))).toEqual([]);
  // What a number chose, how often it was texted and called, and when its last texts came, is kept by its hash alone, and expires.
  const byHash = (await everyItem(town)).filter(({ text }) => text.includes(contact));
  expect(
    byHash
      .map(({ pk }) => pk.split('#')[1])
      .filter((kind) => !['phone', 'tally', 'caller', 'inbound'].includes(kind ?? '')),
  ).toEqual([]);
  expect((await api(town, `/requests/${receipt.id}?key=${receipt.trackingKey}`)).status).toBe(404);
  expect(await figures(town)).toEqual(before);
  expect((await town.admin('duty-desk', `/admin/requests/${receipt.id}`)).status).toBe(404);
});

it('who texts that their data are to be erased is told what that means, and then nothing remains of their number; a neighbour keeps theirs', async () => {
  const town = story();
  const neighbour = '+8619911110002';
  await town.submit({ phone: neighbour, name: '示例居民乙', description: '示例：井盖松动，走路响' });
  const closed = await livedThrough(town);
  const open = await town.submit({ description: '示例：水管漏水，流到院里', category: 'water-leak' });
  await town.text(RESIDENT.phone, '谢谢你们，辛苦了');
  await town.text(RESIDENT.phone, '我的信息');
  expect(town.lastTextTo(RESIDENT.phone)).toContain('2件诉求');
  await town.text(RESIDENT.phone, '删除我的信息。');
  expect(town.lastTextTo(RESIDENT.phone)).toContain('在办的1件撤回');
  expect((await town.view(open)).status).not.toBe('withdrawn');
  await town.text(RESIDENT.phone, '确定删除我的信息');
  expect(town.textsTo(RESIDENT.phone).join()).toContain('几分钟内删除');
  await town.advance('PT15M');
  expect(await remains(town, [...personal(town, closed), '水管漏水', '辛苦了'])).toEqual([]);
  expect(await stored(town, neighbour)).not.toEqual([]);
  const told = town.textsTo(RESIDENT.phone).length;
  await town.advance('P3D');
  expect(town.textsTo(RESIDENT.phone)).toHaveLength(told);
});

it('"确认删除" erases only for whoever was just asked whether all is to go, and the question counts no emergency among what is withdrawn', async () => {
  const town = story();
  const light = await town.submit({ description: WORDS });
  const danger = await town.submit({ category: 'gas-leak', description: '示例：挖断了燃气管，在嘶嘶响' });
  await town.text(RESIDENT.phone, '确认删除');
  await town.advance('PT10M');
  expect((await town.view(light)).status).not.toBe('withdrawn');
  await town.text(RESIDENT.phone, '请把我的信息删了吧');
  expect(town.textsTo(RESIDENT.phone).join()).toContain('在办的1件撤回、不再办理，紧急的照办');
  await town.text(RESIDENT.phone, '谢谢');
  await town.text(RESIDENT.phone, '确认删除');
  expect((await town.view(light)).status).not.toBe('withdrawn');
  await town.text(RESIDENT.phone, '删除我的信息');
  await town.text(RESIDENT.phone, '确认删除');
  expect(town.textsTo(RESIDENT.phone).join()).toContain('紧急的照办，办结后再删');
  await town.advance('PT15M');
  expect((await api(town, `/requests/${light.id}?key=${light.trackingKey}`)).status).toBe(404);
  expect((await town.view(danger)).owner).toBeDefined();
});

it('whoever has the key erases that request alone, and its number is told; what else is kept of the number stays', async () => {
  const town = story();
  const old = '+8619911110005';
  await town.text(old, '谢谢你们，辛苦了');
  const filed = await town.submit({ description: WORDS, onBehalfOf: { name: '示例老人戊', phone: old } });
  await erase(filed, town);
  expect(town.lastTextTo(old)).toContain('撤回');
  expect(town.textsTo(old).join()).toContain(`有人在网页上申请删除${showRequestId(filed.id)}`);
  await town.advance('PT15M');
  expect(await remains(town, ['示例老人戊', '水塔旁'])).toEqual([]);
  expect(await stored(town, '辛苦了')).not.toEqual([]);
});

it('whoever of the staff worked on a request is told that it is over before it is erased, though that waits for the morning', async () => {
  const town = story();
  const receipt = await town.submit({ category: 'road-damage', description: WORDS });
  await town.reply('g52-a', '1');
  await town.advance('PT14H');
  const asked = town.town.staff.map(({ phone }) => phone);
  const told = () =>
    asked.flatMap((phone) => town.textsTo(phone)).filter((text) => text.includes('居民已撤回'));
  const before = told().length;
  await erase(receipt, town);
  await town.advance('PT15M');
  expect(told()).toHaveLength(before);
  await town.advance('PT12H');
  expect(told().length).toBeGreaterThan(before);
  expect(await remains(town, ['水塔旁', receipt.trackingKey])).toEqual([]);
});

it('an application that a cadre filed goes with its form, the reason of the refusal, and the line in the summary of who was told', async () => {
  const town = story();
  const old = '+8619911110004';
  await town.text(town.phoneOf('g52-a'), '汇总');
  await town.submit({
    category: 'cataract-surgery',
    description: '示例：左眼看不见，要人搀着走',
    onBehalfOf: { name: '示例老人丁', phone: old },
    location: { lat: 37.362345, lng: 117.770123 },
  });
  await town.reply('g52-a', '1 已联系家属');
  await town.reply('g52-a', '1 材料齐全');
  await town.reply('red-cross-1', '2 不符合家庭收入条件');
  await town.advance('P1D');
  const values = ['示例老人丁', old, old.replace('+86', ''), '搀着走', '家庭收入条件', '37.362345'];
  for (const value of values) expect(await stored(town, value)).not.toEqual([]);
  await town.text(old, 'my data');
  expect(town.lastTextTo(old)).toContain('requests of yours');
  await town.text(old, 'Withdraw my consent');
  expect(town.lastTextTo(old)).toContain('yes delete my data');
  await town.text(old, 'Yes, delete my data');
  await town.advance('PT15M');
  expect(await remains(town, values)).toEqual([]);
});

/** A road was mended, and its cadre is asked to look in again on the day after. */
async function askedToLookIn(town: TownStory): Promise<void> {
  await town.change(({ programmes, ...rest }) => ({
    ...rest,
    programmes: programmes.map((programme) => ({ ...programme, followUpDays: [1] })),
  }));
  await town.submit({ category: 'road-damage', description: '示例：路面坑洼' });
  await town.reply('g52-a', '1');
  await town.reply('construction-office-1', '1 已勘查');
  await town.reply('construction-office-1', '1 已修好');
  await town.replyAsResident('1');
  await town.advance('P1DT9H');
  expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('请回访');
}

it('what a cadre found when they looked in again goes with the request, whoever wrote it', async () => {
  const town = story();
  await askedToLookIn(town);
  await town.reply('g52-a', '2 示例：东头第三家说没修平');
  await town.text(RESIDENT.phone, '确定删除我的信息');
  await town.advance('PT15M');
  expect(await remains(town, ['东头第三家'])).toEqual([]);
});

it.each([
  ['no place: it is in the village that was looked at', '2 示例：院里燃气味很大，老人头晕', 'zhukou'],
  ['another place: it is there', '2 示例：东孙村1组院里燃气味很大，老人头晕', 'dongsun'],
])(
  'a danger that a cadre finds where the resident had everything erased opens one emergency; the words name %s',
  async (_, words, village) => {
    const town = story();
    await askedToLookIn(town);
    await town.text(RESIDENT.phone, '确定删除我的信息');
    await town.advance('PT15M');
    expect(await remains(town, [RESIDENT.phone, RESIDENT.name, '路面坑洼'])).toEqual([]);
    await town.reply('g52-a', words);
    await town.advance('PT1M');
    const { items } = (await (await town.admin('duty-desk', '/admin/requests')).json()) as {
      items: { id: string; path: string; village?: string; owner?: string }[];
    };
    expect(items).toMatchObject([{ path: 'emergency', village }]);
    expect(town.lastTextTo(town.phoneOf('gas-company-1'))).toContain('燃气');
    expect(town.textsTo(town.phoneOf('g52-a')).join()).toContain('已记录');
    // Nothing leads back to whoever had it erased.
    expect(await remains(town, [RESIDENT.phone, RESIDENT.name])).toEqual([]);
  },
);

it('of a complaint about staff nothing stays but the sealed file of a petition, not even what is counted', async () => {
  const town = story();
  const words = '我要举报我们网格员老王收钱不办事';
  const receipt = await town.submit({ description: words, category: 'other' });
  await town.reply('inspection-team-1', '1');
  await erase(receipt, town);
  await town.advance('PT15M');
  expect(await remains(town, [RESIDENT.phone, RESIDENT.name, '收钱不办事'])).toEqual([
    `sanhehu#file#sealed ${receipt.id}`,
  ]);
  // Nothing of it is counted, and it is found by nobody.
  const left = (await everyItem(town)).filter(({ pk }) => pk === `sanhehu#request#${receipt.id}`);
  expect(left.map(({ text }) => Object.keys(JSON.parse(text) as object).toSorted())).toEqual([
    ['counted', 'erasedAt', 'id', 'pk', 'shape', 'sk', 'town'],
  ]);
});

it('an emergency is not erased while somebody may be in danger: it is once it is over, and its resident is told so before', async () => {
  const town = story();
  const receipt = await town.submit({ category: 'gas-leak', description: '示例：挖断了燃气管，在嘶嘶响' });
  const answered = await erase(receipt, town);
  expect(await answered.json()).toEqual({ done: 'when-over' });
  await town.advance('PT10M');
  expect((await town.view(receipt)).owner).toBeDefined();
  expect(await stored(town, '嘶嘶响')).not.toEqual([]);
  const { departments, settings } = town.town;
  const [leader = ''] = departments.find(({ id }) => id === settings.departments.dutyLeader)?.contacts ?? [];
  await town.text(town.phoneOf(leader), `解除 ${showRequestId(receipt.id)} 现场核实是误报`);
  await town.advance('P5D');
  expect((await stored(town, `review/${receipt.id}`)).length).toBeGreaterThan(0);
  expect(await remains(town, [RESIDENT.phone, RESIDENT.name, '嘶嘶响', receipt.trackingKey])).toEqual([]);
});

it('an emergency is not erased while somebody may be in danger, where none is reviewed either', async () => {
  const town = story();
  await town.change(({ settings: { emergencies: _reviewed, ...settings }, ...rest }) => ({
    ...rest,
    settings,
  }));
  const receipt = await town.submit({ category: 'gas-leak', description: '示例：挖断了燃气管，在嘶嘶响' });
  await erase(receipt, town);
  await town.advance('PT10M');
  expect((await town.view(receipt)).owner).toBeDefined();
  expect(await stored(town, '嘶嘶响')).not.toEqual([]);
});

it('a danger that is held together is not erased before the duty desk has decided about it, and what is reported after the order stays', async () => {
  const town = story();
  await town.change(({ settings, ...rest }) => {
    const limit = { hour: 1, day: 9 };
    const callers = { ...settings.callers, dangers: { address: limit, phone: limit } };
    return { ...rest, settings: { ...settings, callers } };
  });
  const caller = '+8619911110007';
  await town.text(caller, '朱口村5组燃气漏气');
  await town.text(caller, '朱口村6组燃气漏气，在水塔旁');
  const desk = town.phoneOf('duty-desk-1');
  const [, origin = ''] = /拦截\s?([A-Z]-[0-9A-Z]+)/.exec(town.textsTo(desk).join(' ')) ?? [];
  expect(origin).not.toBe('');
  const held = async () => (await stored(town, '在水塔旁')).filter((pk) => pk.includes('#flood#'));
  await town.text(caller, '确定删除我的信息');
  await town.advance('PT15M');
  expect(await held()).toHaveLength(1);
  await town.text(caller, '朱口村7组燃气漏气，在油库旁');
  await town.text(desk, `拦截 ${origin}`);
  await town.advance('PT10M');
  expect(await held()).toEqual([]);
  expect((await stored(town, '在油库旁')).filter((pk) => pk.includes('#flood#'))).toHaveLength(1);
});

it('of a petition a sealed file stays that no function reads, whoever asks; everything else goes', async () => {
  const town = story();
  const receipt = await town.submit({ category: 'petition', description: '示例：宅基地边界有争议' });
  await erase(receipt, town);
  await town.advance('PT15M');
  expect(await remains(town, [RESIDENT.phone, '宅基地边界'])).toEqual([`sanhehu#file#sealed ${receipt.id}`]);
  const files = createCaseFileStore({ table: town.output('TableName'), endpoint: town.cloud.endpoint });
  const all = await files.all('sanhehu');
  const now = all[0]?.sealedAt ?? 0;
  expect(brokenSeals(all, now)).toEqual([]);
  expect(JSON.parse(all[0]?.body ?? '')).toMatchObject({
    request: { id: receipt.id, closedAs: 'withdrawn' },
    person: { phone: RESIDENT.phone, description: '示例：宅基地边界有争议' },
  });
  expect(all[0]?.body).not.toContain(receipt.trackingKey);
  const changed = all.map((file) => ({ ...file, body: file.body.replace('争议', '协议') }));
  expect(brokenSeals(changed, now)).toEqual([receipt.id]);
});

it('what is kept no longer is sealed and erased in the night, by the days of the town; what is kept yet stays', async () => {
  const town = story();
  await town.change(({ settings, ...rest }) => ({
    ...rest,
    settings: {
      ...settings,
      retention: {
        ...settings.retention,
        requests: { days: 2 },
        accessRecords: { days: 1 },
        visits: { days: 1 },
      },
    },
  }));
  await town.text(town.phoneOf('g52-a'), '走访 18 2人 示例：老人身体好');
  const receipt = await livedThrough(town);
  await town.advance('P1DT20H');
  expect(await stored(town, WORDS)).not.toEqual([]);
  const before = await figures(town);
  await town.advance('P1D');
  const files = (await stored(town, WORDS)).map((pk) => pk.split('#').slice(1).join('#'));
  expect(files).toEqual(['file#sealed']);
  const noted = (await stored(town, '老人身体好')).map((pk) => pk.split('#')[1]);
  expect(noted).toEqual(['inbound']);
  expect(await figures(town)).toEqual(before);
  expect((await api(town, `/requests/${receipt.id}?key=${receipt.trackingKey}`)).status).toBe(404);
  // What was looked at on the first day stands in the trail no more.
  expect((await everyItem(town)).filter(({ pk }) => pk.includes('#audit#2026-08-24'))).toEqual([]);
});

it('a resident sees and copies all that is kept of them with a request: the words, the texts, who looked, for how long', async () => {
  const town = story();
  const receipt = await livedThrough(town);
  const response = await api(town, `/requests/${receipt.id}/data?key=${receipt.trackingKey}`);
  expect(await response.json()).toMatchObject({
    name: RESIDENT.name,
    words: expect.stringContaining(WORDS),
    photos: [expect.any(String)],
    looks: [{ role: 'duty-desk' }],
    kept: { requestDays: 1095, textDays: 90, accessDays: 1095, fileDays: 3650, backupDays: 35 },
  });
  expect((await api(town, `/requests/${receipt.id}/data?key=wrong`)).status).toBe(404);
  expect((await erase({ ...receipt, trackingKey: 'wrong' }, town)).status).toBe(404);
});

it('a member of staff who texts the same is told what staff can text, and nothing is erased', async () => {
  const town = story();
  const receipt = await town.submit();
  await town.text(town.phoneOf('g52-a'), '确定删除我的信息');
  await town.advance('PT10M');
  expect((await town.view(receipt)).status).toBe('assigned');
});

it('an operator has one person erased by a command that shows first what it means, and copies sealed files out', async () => {
  const town = story();
  const closed = await livedThrough(town);
  const petition = await town.submit({ category: 'petition', description: '示例：宅基地边界有争议' });
  const typed = (args: string[], said: Said) => eraseCommand(args, said, async () => `${RESIDENT.phone}\n`);
  const erased = async (...args: string[]) =>
    (await operate(town, typed, 'towns/sanhehu', '--phone', '--lang', 'en', ...args)).said.join('\n');
  const until = ['--until', '2026-08-24T23:00:00+08:00'];
  const shown = await erased(...until);
  expect(shown).toContain(`${showRequestId(closed.id)}  Street light  closed`);
  expect(shown).toMatch(new RegExp(`${showRequestId(petition.id)}.*open: .*sealed file`));
  expect(shown).toContain('Nothing was changed');
  await town.advance('PT10M');
  expect((await town.view(closed)).closedAs).toBe('satisfied');
  await town.answerOnline(petition, 'withdraw');
  expect(await erased(...until, '--yes')).toContain('Asked for');
  await town.advance('PT15H');
  expect(await remains(town, personal(town, closed))).toEqual([`sanhehu#file#sealed ${petition.id}`]);
  const folder = mkdtempSync(join(tmpdir(), 'case-files-'));
  expect(await operate(town, caseFilesCommand, 'sanhehu', '--to', folder, '--lang', 'en')).toEqual({
    code: 0,
    said: [`1 files: ${folder}`],
  });
  expect(readdirSync(folder).toSorted()).toEqual([`${petition.id}.json`, 'seals.txt']);
  rmSync(folder, { recursive: true });
});
