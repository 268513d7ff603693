import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { securityHeaders } from '../../functions/http/pages/security-headers.js';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { SignedIn } from './staff-door.js';
import { ROOT, TownStory } from './town-story.js';

let folder: string;
let town: TownStory;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'small-grid-edge-'));
  const assembly = join(folder, 'cdk.out');
  const settings = { ...LOCAL_SETTINGS, edge: {} };
  createSmallGridApp({ bundles: join(ROOT, 'dist/fn'), outdir: assembly, settings }).synth();
  town = await TownStory.begin({ assembly, keepsAnswers: true });
});
afterAll(async () => {
  await town.end();
  rmSync(folder, { recursive: true });
});

describe('a town behind CloudFront', () => {
  it('serves its pages, their files and the files of the console with all security headers', async () => {
    for (const path of ['/', '/track', '/main.js', '/staff.css', '/icon-192.png', '/worker.js']) {
      const { status, headers } = await town.http(path);
      expect([path, status]).toEqual([path, 200]);
      for (const [header, value] of Object.entries(securityHeaders()))
        expect([path, headers.get(header)]).toEqual([path, value]);
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
