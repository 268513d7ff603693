import { frame, jpeg, segment } from '../domain/photos/a-jpeg.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

/** A town whose carrier lets links through. */
const story = eachStory({
  change: (town) => ({
    ...town,
    settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
  }),
});

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

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('photos of a request', () => {
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

  it('sent at once are all kept', async () => {
    const town = story();
    const receipt = await town.submit();
    const sent = await Promise.all([1, 2, 3].map((width) => send(town, receipt, photo(width))));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await photosOf(town, receipt)).toHaveLength(3);
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
