import { securityHeaders } from '../../functions/http/pages/security-headers.js';
import { type EdgeAssembly, synthesizeBehindCloudFront } from './edge-assembly.js';
import { SignedIn } from './staff-door.js';
import { TownStory } from './town-story.js';

let behind: EdgeAssembly;
let town: TownStory;
beforeAll(async () => {
  behind = synthesizeBehindCloudFront();
  town = await TownStory.begin({ assembly: behind.assembly, keepsAnswers: true });
});
afterAll(async () => {
  await town.end();
  behind.remove();
});

/** The console's own files that its page names for a browser that takes these codings. */
async function namedFor(codings: string): Promise<readonly string[]> {
  const page = await (await town.http('/console', { headers: { 'accept-encoding': codings } })).text();
  return [...page.matchAll(/"(\/console\/[^"]+-[A-Z0-9]{8}\.(?:js|css))"/g)].map(([, path = '']) => path);
}

describe('a town behind CloudFront', () => {
  it('serves its pages, their files and the files of the console with all security headers', async () => {
    for (const path of ['/', '/track', '/main.js', '/staff.css', '/icon-192.png', '/worker.js']) {
      const { status, headers } = await town.http(path);
      expect([path, status]).toEqual([path, 200]);
      for (const [header, value] of Object.entries(securityHeaders()))
        expect([path, headers.get(header)]).toEqual([path, value]);
    }
  });

  it.each([
    ['br', 'gzip, deflate, br', 'br'],
    ['no br', 'gzip, deflate', 'gzip'],
    ['nothing compressed', 'identity', null],
  ])('serves the same files of the console to a browser that takes %s', async (_what, takes, coding) => {
    const [names, asBuilt] = await Promise.all([namedFor(takes), namedFor('identity')]);
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const [index, path] of names.entries()) {
      const answer = await town.http(path, { headers: { 'accept-encoding': takes } });
      const plain = await town.http(asBuilt[index] ?? '', { headers: { 'accept-encoding': 'identity' } });
      const [text, asItIs] = await Promise.all([answer.text(), plain.text()]);
      expect(text).toBe(asItIs);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ]);
      // CloudFront compresses nothing so small.
      const sent = coding === 'gzip' && text.length < 1000 ? null : coding;
      expect([path, answer.headers.get('content-encoding')]).toEqual([path, sent]);
    }
  });

  it('takes in a report, and its link leads back through the same door', async () => {
    const receipt = await town.submit();
    const link = new URL(receipt.trackingUrl);
    expect(link.origin).toBe(town.cloud.url);
    expect((await town.http(link.pathname + link.search)).status).toBe(200);
    await town.reply('g52-a', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('signs a member of the staff in, who stays so through the same door, and opens what they are asked', async () => {
    await town.submit({ phone: '+8619911110077' });
    const head = await SignedIn.as(town, 'g52-a');
    expect(head.cookie).toMatch(/HttpOnly/i);
    const [ask] = (await head.work()).asks;
    const link = new URL(ask?.link ?? '/none', town.cloud.url);
    expect(link.origin).toBe(town.cloud.url);
    expect((await town.http(link.pathname + link.search)).status).toBe(200);
  });

  it('lets nobody in around it', async () => {
    const health = await fetch(`${town.cloud.endpoint}/_local/health`);
    const { urls } = (await health.json()) as { urls: string[] };
    const [, around = ''] = urls;
    expect(urls[0]).toBe(town.cloud.url);
    for (const path of ['/', '/today', '/staff']) expect((await fetch(around + path)).status).toBe(403);
    expect((await fetch(`${around}/requests`, { method: 'POST', body: '{}' })).status).toBe(403);
  });

  it('tells everybody the same of the day for ten seconds, in each language, and then anew', async () => {
    const read = async (language: string): Promise<string> =>
      (await town.http('/today', { headers: { 'accept-language': language } })).text();
    const before = await read('zh-CN');
    await town.submit({ phone: '+8619911110078', description: '示例：路面塌了一块' });
    expect(await read('zh-CN')).toBe(before);
    expect(await read('en')).not.toBe(before);
    await town.advance('PT11S');
    expect(await read('zh-CN')).not.toBe(before);
  });

  it('writes nothing personal into a log or an execution, whoever calls', async () => {
    await town.submit({ phone: '+8619911110080' });
    expect(await town.leaks()).toEqual([]);
  });

  it('keeps nothing of a request for anybody', async () => {
    const receipt = await town.submit({ phone: '+8619911110079' });
    await town.reply('g52-a', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
    expect((await town.http(`/requests/${receipt.id}?key=${'x'.repeat(20)}`)).status).toBe(404);
  });
});
