import { frame, jpeg, segment } from '../domain/photos/a-jpeg.js';
import type { Role } from '../../domain/access/permissions.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

/** A town whose carrier lets links through. */
const LINKS: Parameters<typeof eachStory>[0] = {
  console: true,
  change: (town) => ({
    ...town,
    settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
  }),
};

const EXIF = segment(0xe1, 'Exif\0\0GPS 37.36 117.77');
const photo = (width: number): Uint8Array => jpeg({ before: EXIF, size: frame(width, 480) });

function send(
  town: TownStory,
  { id, trackingKey }: Receipt,
  body: Uint8Array,
  type = 'image/jpeg',
): Promise<Response> {
  return town.http(`/requests/${id}/photos?key=${trackingKey}&lang=en`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.from(body),
  });
}

const photosOf = async (town: TownStory, receipt: Receipt): Promise<string[]> =>
  ((await town.view(receipt)) as { photos?: string[] }).photos ?? [];

/** The path and query of the link that this member of staff was texted last. */
function linkTo(town: TownStory, staff: string): URL {
  const links = town.textsTo(town.phoneOf(staff)).flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? []);
  return new URL(links.at(-1) ?? 'none:', town.cloud.url);
}

/** The path and query under the link by which this member of staff was asked last. */
const asked = (town: TownStory, staff: string, rest = ''): string => {
  const { pathname, search } = linkTo(town, staff);
  return `${pathname}${rest}${search}&lang=en`;
};

async function answer(town: TownStory, link: string, option: string): Promise<void> {
  const response = await town.http(link, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ option }),
  });
  expect(response.status).toBe(202);
  await town.cloud.clock.settled();
}

const sendTo = (town: TownStory, path: string, body: Uint8Array, type = 'image/jpeg'): Promise<Response> =>
  town.http(path, { method: 'POST', headers: { 'content-type': type }, body: Buffer.from(body) });

/** A request of a street light that its grid's head says is done; the links under which they said so. */
async function doneByLink(town: TownStory): Promise<{ receipt: Receipt; ask: string; photos: string }> {
  const receipt = await town.submit();
  await answer(town, asked(town, 'g52-a'), 'accept');
  const [ask, photos] = [asked(town, 'g52-a'), asked(town, 'g52-a', '/photos')];
  await answer(town, ask, 'done');
  return { receipt, ask, photos };
}

interface Shown {
  readonly photos?: string[];
  readonly workPhotos?: { readonly id: string; readonly by: string; readonly at: string }[];
  readonly mostPhotos?: number;
}

const problemOf = async (response: Response): Promise<unknown[]> => [
  response.status,
  ((await response.json()) as { title?: string }).title,
];

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('photos of a request', () => {
  const story = eachStory(LINKS);

  it('are three at most, and the same one sent again is one', async () => {
    const town = story();
    const receipt = await town.submit();
    const sent = [photo(1), photo(2), photo(2), photo(3)];
    for (const one of sent) expect((await send(town, receipt, one)).status).toBe(201);
    expect(await photosOf(town, receipt)).toHaveLength(3);
    const fourth = await send(town, receipt, photo(4));
    expect([fourth.status, await fourth.json()]).toMatchObject([
      409,
      { title: 'It has as many photos as it may have' },
    ]);
    expect((await send(town, receipt, photo(3))).status).toBe(201);
  });

  it('are refused when they are none, too large, not whole, or come with the wrong key', async () => {
    const town = story();
    const receipt = await town.submit();
    const large = jpeg({ after: Array.from({ length: 300_000 }, () => 0) });
    const answers = await Promise.all([
      send(town, receipt, photo(640), 'image/png'),
      send(town, receipt, large),
      send(town, receipt, photo(640).subarray(0, 40)),
      send(town, receipt, photo(1601)),
      send(town, { ...receipt, trackingKey: 'wrong' }, photo(640)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([415, 413, 422, 422, 404]);
    expect(await photosOf(town, receipt)).toEqual([]);
  });

  it('are taken no more once the request is over', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.answerOnline(receipt, 'withdraw');
    const late = await send(town, receipt, photo(640));
    expect([late.status, await late.json()]).toMatchObject([409, { title: 'This request is over' }]);
  });

  it('are shown to whoever is asked about the request, by their link, while they are asked', async () => {
    const town = story();
    const receipt = await town.submit();
    await send(town, receipt, photo(640));
    const link = linkTo(town, 'g52-a');
    const { photos = [] } = (await (await town.http(link.pathname + link.search)).json()) as {
      photos?: string[];
    };
    expect(photos).toEqual(await photosOf(town, receipt));
    const at = (sig: string) => town.http(`${link.pathname}/photos/${photos[0]}?sig=${sig}`);
    const sig = link.searchParams.get('sig') ?? '';
    expect(await bytesOf(await at(sig))).toEqual(Buffer.from(jpeg()));
    expect((await at('wrong')).status).toBe(404);
    await town.reply('g52-a', '1');
    expect((await at(sig)).status).toBe(409);
  });
});

describe('photos of what was done', () => {
  const story = eachStory(LINKS);

  it('are offered with the work, never with its acceptance, and follow the answer', async () => {
    const town = story();
    const receipt = await town.submit();
    const offered = async (): Promise<number | undefined> =>
      ((await (await town.http(asked(town, 'g52-a'))).json()) as Shown).mostPhotos;
    expect(await offered()).toBe(0);
    await answer(town, asked(town, 'g52-a'), 'accept');
    expect(await offered()).toBe(3);
    const path = asked(town, 'g52-a', '/photos');
    expect(await problemOf(await sendTo(town, path, photo(640)))).toEqual([
      409,
      'Say first that it is done; photos follow that answer and no other',
    ]);
    expect((await town.view(receipt)) as Shown).not.toHaveProperty('workPhotos');
  });

  it('are shown, cleaned, to its resident, with who added them and when, and take none of theirs', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    const kept = await sendTo(town, photos, photo(640));
    const { id } = (await kept.json()) as { id: string };
    expect(kept.status).toBe(201);
    expect((await town.view(receipt)) as Shown).toMatchObject({
      workPhotos: [{ id, by: town.nameOf('g52-a'), at: '2026-08-24T01:00:00.000Z' }],
    });
    const shown = await town.http(`/requests/${receipt.id}/photos/${id}?key=${receipt.trackingKey}`);
    expect(await bytesOf(shown)).toEqual(Buffer.from(jpeg()));
    const own = await Promise.all([1, 2, 3].map((width) => send(town, receipt, photo(width))));
    expect(own.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await photosOf(town, receipt)).not.toContain(id);
  });

  it('are shown to whoever handles it when it is reopened, who may add their own; each look is audited', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    const { id } = (await (await sendTo(town, photos, photo(640))).json()) as { id: string };
    await town.answerOnline(receipt, 'unsatisfied');
    await answer(town, asked(town, 'g52-a'), 'accept');
    const seen = (await (await town.http(asked(town, 'g52-a'))).json()) as Shown;
    expect(seen).toMatchObject({ workPhotos: [{ id, by: town.nameOf('g52-a') }], mostPhotos: 3 });
    const looks = async (): Promise<number> => {
      const trail = await town.admin('leader', '/admin/audit?limit=100');
      return JSON.stringify(await trail.json()).split('person.read').length - 1;
    };
    const before = await looks();
    expect((await town.http(asked(town, 'g52-a', `/photos/${id}`))).status).toBe(200);
    expect(await looks()).toBe(before + 1);
  });

  it('are refused when they are none, too large or not whole, or come by another link', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    const large = jpeg({ after: Array.from({ length: 300_000 }, () => 0) });
    const answers = await Promise.all([
      sendTo(town, photos, photo(640), 'image/png'),
      sendTo(town, photos, large),
      sendTo(town, photos, photo(640).subarray(0, 40)),
      sendTo(town, photos, photo(1601)),
      sendTo(
        town,
        photos.replace(/sig=(.)/, (_sig, first: string) => (first === '_' ? 'sig=x' : 'sig=_')),
        photo(640),
      ),
    ]);
    expect(await Promise.all(answers.map(problemOf))).toEqual([
      [415, 'A photo must be a JPEG (image/jpeg)'],
      [413, 'The photo is larger than 300 KB'],
      [422, 'This is no whole photo, or one of more than 1,600 pixels'],
      [422, 'This is no whole photo, or one of more than 1,600 pixels'],
      [404, 'Not found'],
    ]);
    expect((await town.view(receipt)) as Shown).not.toHaveProperty('workPhotos');
  });

  it('may be added by whoever said by text that it is done, while their link is good, and by nobody else', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    const [ask, photos] = [asked(town, 'g52-a'), asked(town, 'g52-a', '/photos')];
    await town.reply('g52-a', '1 示例：已换灯泡');
    const over = async (): Promise<unknown> => {
      const response = await town.http(ask);
      return [response.status, ((await response.json()) as { answered?: object }).answered];
    };
    expect(await over()).toMatchObject([409, { option: 'done', mostPhotos: 3 }]);
    expect((await sendTo(town, photos, photo(1))).status).toBe(201);
    expect(await over()).toMatchObject([409, { option: 'done', mostPhotos: 2 }]);
    await town.answerOnline(receipt, 'unsatisfied');
    const again = asked(town, 'g52-a');
    await town.reply('g52-a', '1');
    const accepted = (await (await town.http(again)).json()) as { answered: object };
    expect(accepted.answered).not.toHaveProperty('mostPhotos');
  });

  it('still come when its resident was satisfied at once, for a week', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    await town.answerOnline(receipt, 'satisfied');
    expect((await town.view(receipt)).status).toBe('closed');
    expect((await sendTo(town, photos, photo(1))).status).toBe(201);
    await town.advance('P8D');
    expect(await problemOf(await sendTo(town, photos, photo(2)))).toEqual([410, 'This link has expired']);
    expect(((await town.view(receipt)) as Shown).workPhotos).toHaveLength(1);
  });

  it('are not taken of a request that was withdrawn, nor of a question that is over', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    await town.answerOnline(receipt, 'withdraw');
    expect(await problemOf(await sendTo(town, photos, photo(1)))).toEqual([409, 'This request is over']);

    const other = await town.submit({ description: '示例：另一盏路灯' });
    await answer(town, asked(town, 'g52-a'), 'accept');
    const open = asked(town, 'g52-a', '/photos');
    await town.answerOnline(other, 'withdraw');
    expect(await problemOf(await sendTo(town, open, photo(1)))).toEqual([409, 'This question is over']);
    await town.advance('P2D');
    expect(await problemOf(await sendTo(town, open, photo(1)))).toEqual([410, 'This link has expired']);
  });
});

const COPY = Buffer.from(jpeg()).toString('base64');

interface Board {
  readonly items: {
    readonly request: string;
    readonly village?: { readonly id: string };
    readonly before: boolean;
  }[];
}

/** A street light that was repaired and photographed, and whose resident was satisfied. */
async function repaired(town: TownStory): Promise<Receipt> {
  const { receipt, photos } = await doneByLink(town);
  expect((await sendTo(town, photos, photo(640))).status).toBe(201);
  await town.answerOnline(receipt, 'satisfied');
  return receipt;
}

const consent = async (town: TownStory, { id, trackingKey }: Receipt, agreed: boolean): Promise<unknown> => {
  const response = await town.http(`/requests/${id}/photo-consent?key=${trackingKey}&lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agreed }),
  });
  return response.ok ? response.json() : problemOf(response);
};

const publish = (town: TownStory, { id }: Receipt, more: object = {}, role: Role = 'duty-desk') =>
  town.admin(role, `/admin/requests/${id}/published-photos?lang=en`, 'POST', {
    before: COPY,
    after: COPY,
    nobodySeen: true,
    ...more,
  });

const onBoard = async (town: TownStory): Promise<Board['items']> =>
  ((await (await town.http('/board/photos')).json()) as Board).items;

const seen = (town: TownStory, { id }: Receipt, which: string) => town.http(`/board/photos/${id}/${which}`);

describe('photos on the daily board', () => {
  const story = eachStory(LINKS);

  it('are shown to everybody once their resident agreed, and gone at once when they take it back', async () => {
    const town = story();
    const receipt = await repaired(town);
    expect(await problemOf(await publish(town, receipt))).toEqual([
      409,
      'Its resident has not agreed that everybody may see the photos',
    ]);
    expect(await consent(town, receipt, true)).toEqual({ showing: 'agreed' });
    expect((await publish(town, receipt)).status).toBe(201);
    expect(await onBoard(town)).toMatchObject([
      { request: receipt.id, village: { id: 'zhukou' }, before: true, on: '2026-08-24' },
    ]);
    expect(await bytesOf(await seen(town, receipt, 'after'))).toEqual(Buffer.from(jpeg()));
    expect(((await town.view(receipt)) as { showing?: string }).showing).toBe('shown');
    expect(await consent(town, receipt, false)).toEqual({ showing: 'open' });
    expect(await onBoard(town)).toEqual([]);
    expect((await seen(town, receipt, 'before')).status).toBe(404);
  });

  it('are taken off by the desk too, and what their resident agreed to stands', async () => {
    const town = story();
    const receipt = await repaired(town);
    expect((await publish(town, receipt, { agreedByTelephone: true, before: undefined })).status).toBe(201);
    expect((await seen(town, receipt, 'after')).status).toBe(200);
    expect((await seen(town, receipt, 'before')).status).toBe(404);
    const path = `/admin/requests/${receipt.id}/published-photos`;
    expect((await town.admin('duty-desk', path, 'DELETE')).status).toBe(200);
    expect((await seen(town, receipt, 'after')).status).toBe(404);
    const detail = await town.admin('duty-desk', `/admin/requests/${receipt.id}`);
    expect(await detail.json()).toMatchObject({ publishing: { showing: 'agreed', may: true } });
    const { items } = (await (await town.admin('leader', '/admin/audit')).json()) as {
      items: { action: string }[];
    };
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['photos.published', 'photos.taken-off']),
    );
  });

  it('are put there by the duty desk, the administrator and the owner alone, and never without a look at them', async () => {
    const town = story();
    const receipt = await repaired(town);
    await consent(town, receipt, true);
    for (const role of ['leader', 'inspector'] as const)
      expect([role, (await publish(town, receipt, {}, role)).status]).toEqual([role, 403]);
    expect((await publish(town, receipt, { nobodySeen: undefined })).status).toBe(422);
    expect((await publish(town, receipt, { after: 'none' })).status).toBe(422);
    const large = jpeg({ after: Array.from({ length: 100_001 }, () => 0) });
    const tooLarge = await publish(town, receipt, { after: Buffer.from(large).toString('base64') });
    expect(tooLarge.status).toBe(422);
    expect(await onBoard(town)).toEqual([]);
  });

  it('are not shown of what is opened again', async () => {
    const town = story();
    const receipt = await repaired(town);
    await publish(town, receipt, { agreedByTelephone: true });
    const wrong = { outcome: 'not-done', reason: '示例：换的是另一盏' };
    const path = `/admin/requests/${receipt.id}/corrections`;
    expect((await town.admin('duty-desk', path, 'POST', wrong)).status).toBe(200);
    expect((await seen(town, receipt, 'after')).status).toBe(404);
  });

  it.each([
    ['of a home', { category: 'neighbour-dispute', description: '示例：两家为院墙吵架' }],
    ['of who asked not to be named', { anonymous: true }],
    ['of a complaint about staff', { confidential: true }],
  ])('are never %s', async (_, fields) => {
    const town = story();
    const receipt = await town.submit(fields);
    await send(town, receipt, photo(640));
    expect((await town.view(receipt)) as object).not.toHaveProperty('showing');
    expect(await consent(town, receipt, true)).toMatchObject([
      409,
      expect.stringContaining('not for everybody'),
    ]);
  });

  it('are not yet of work that goes on', async () => {
    const town = story();
    const receipt = await town.submit();
    await send(town, receipt, photo(640));
    expect(await consent(town, receipt, true)).toEqual({ showing: 'agreed' });
    expect((await publish(town, receipt)).status).toBe(409);
  });
});

/** As bytes that go through HTTP to a thread of the function's own, and several threads at once. */
describe('photos over the wire', () => {
  const story = eachStory({ ...LINKS, wire: true });

  it('are kept without what they say besides the picture, and shown to who holds the key', async () => {
    const town = story();
    const receipt = await town.submit();
    const kept = await send(town, receipt, photo(640));
    expect(kept.status).toBe(201);
    const { id, photos } = (await kept.json()) as { id: string; photos: string[] };
    expect(photos).toEqual([id]);
    expect(await photosOf(town, receipt)).toEqual([id]);

    const path = `/requests/${receipt.id}/photos/${id}`;
    const shown = await town.http(`${path}?key=${receipt.trackingKey}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('cache-control')).toMatch(/^private/);
    expect(await bytesOf(shown)).toEqual(Buffer.from(jpeg()));
    expect((await town.http(`${path}?key=wrong`)).status).toBe(404);
    expect((await town.http(`${path}x?key=${receipt.trackingKey}`)).status).toBe(404);
  });

  it('sent at once are all kept', async () => {
    const town = story();
    const receipt = await town.submit();
    const sent = await Promise.all([1, 2, 3].map((width) => send(town, receipt, photo(width))));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await photosOf(town, receipt)).toHaveLength(3);
  });

  it('are three an answer; the same one sent again is one; all are kept that come at once', async () => {
    const town = story();
    const { receipt, photos } = await doneByLink(town);
    const sent = await Promise.all([1, 2, 2, 3].map((width) => sendTo(town, photos, photo(width))));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(((await town.view(receipt)) as Shown).workPhotos).toHaveLength(3);
    expect(await problemOf(await sendTo(town, photos, photo(4)))).toEqual([
      409,
      'It has as many photos as it may have',
    ]);
    const inChinese = photos.replace('lang=en', 'lang=zh-CN');
    expect(await problemOf(await sendTo(town, inChinese, photo(4)))).toEqual([409, '照片已满']);
    expect((await sendTo(town, photos, photo(3))).status).toBe(201);
  });
});
