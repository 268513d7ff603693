import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readAssets } from '../../../../functions/http/pages/assets.js';
import { createServePage } from '../../../../functions/resident/serve-page/handler.js';

let root = '';
let handler: ReturnType<typeof createServePage>;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'serve-page-'));
  const folder = join(root, 'assets');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'main.js'), 'console.log(1)');
  writeFileSync(join(folder, 'main-4F2A9C1B.js'), 'console.log(2)');
  writeFileSync(join(folder, 'main.css'), 'body{}');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'photo.png'), Buffer.from([0x89, 0x50]));
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'inner', 'deep.html'), 'deep');
  writeFileSync(join(root, 'index.mjs'), 'secret');
  handler = createServePage(readAssets(folder));
});

afterAll(() => rmSync(root, { recursive: true }));

const get = (rawPath: string, headers: Record<string, string> = {}) => handler({ rawPath, headers });
const bytesOf = (answer: Awaited<ReturnType<typeof get>>) =>
  Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
const textOf = (answer: Awaited<ReturnType<typeof get>>) => bytesOf(answer).toString();

describe('serve-page', () => {
  test.each(['/', '/track', '/track/', '/my-grid', '/daily', '/in-person', '/r/7Q3K9M2X', '/r/7Q3K9M2X/'])(
    '%s is the app',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
      expect(textOf(answer)).toContain('<title>网格服务</title>');
    },
  );

  test.each([
    ['/', {}, '/plain'],
    ['/my-grid', { town: 'elmford', lang: 'en' }, '/plain?town=elmford&amp;lang=en'],
    ['/track', {}, '/plain/track'],
    ['/r/7Q3K9M2X', { key: 'a&b', other: 'x' }, '/plain/r/7Q3K9M2X?key=a%26b'],
    ['/r/"><script>', { key: '"><script>' }, '/plain/r/&quot;&gt;&lt;script&gt;?key=%22%3E%3Cscript%3E'],
  ])('%s %j leads who has no scripts to %s', async (rawPath, queryStringParameters, plain) => {
    const page = textOf(await handler({ rawPath, headers: {}, queryStringParameters }));
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${plain}" />`);
    expect(page).toContain(`<a href="${plain}">`);
  });

  test.each([
    ['/resident.webmanifest', { lang: 'zh-CN' }, '网格服务', '/'],
    ['/resident.webmanifest', { lang: 'en', town: 'elmford' }, 'Grid service', '/?town=elmford'],
    ['/staff.webmanifest', { lang: 'en' }, 'Grid work', '/staff'],
  ])('installed by %s %j it is called %s and begins at %s', async (rawPath, query, name, start) => {
    const answer = await handler({ rawPath, headers: {}, queryStringParameters: query });
    expect(answer.headers?.['content-type']).toBe('application/manifest+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      name,
      short_name: name,
      lang: query.lang,
      start_url: start,
      display: 'standalone',
    });
  });

  it.each(['resident', 'staff'])(
    'the icons of the app of the %s are there, and no other app’s',
    async (app) => {
      const manifest = await handler({ rawPath: `/${app}.webmanifest`, headers: {} });
      const { icons } = JSON.parse(manifest.body ?? '') as { icons: { src: string }[] };
      const files = icons.map(({ src }) => src.slice(1));
      const kept = readdirSync(join(process.cwd(), 'web', app)).filter((file) =>
        /icon.*\.(?:svg|png)$/.test(file),
      );
      expect(files.toSorted()).toEqual(kept.toSorted());
    },
  );

  it('its page leads to the manifest of its town, in its language', async () => {
    const query = { town: 'elmford', lang: 'en' };
    const page = textOf(await handler({ rawPath: '/', headers: {}, queryStringParameters: query }));
    expect(page).toContain('<link rel="manifest" href="/resident.webmanifest?lang=en&amp;town=elmford" />');
  });

  it('is in the caller’s language, and sent again only when it changed', async () => {
    const english = await get('/', { 'accept-language': 'en-GB' });
    expect(textOf(english)).toContain('<html lang="en">');
    const again = await get('/', {
      'accept-language': 'en-GB',
      'if-none-match': String(english.headers?.['etag']),
    });
    expect(again.statusCode).toBe(304);
    expect(again.headers?.['vary']).toBe('accept-language');
  });

  test.each([
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/main.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
    ['/photo.png', 'image/png'],
  ])('%s has its own type', async (path, type) => {
    expect((await get(path)).headers?.['content-type']).toBe(type);
  });

  test.each([
    [
      'the page is asked for each time, by what lies between once a minute',
      '/',
      'public, max-age=0, s-maxage=60',
    ],
    ['a file with a fixed name lives for minutes', '/main.js', 'public, max-age=300'],
    [
      'a file named after its content lives for a year',
      '/main-4F2A9C1B.js',
      'public, max-age=31536000, immutable',
    ],
  ])('%s', async (_title, path, cache) => {
    expect((await get(path)).headers?.['cache-control']).toBe(cache);
  });

  it('sends nothing again that the browser still has', async () => {
    const first = await get('/main.js');
    const again = await get('/main.js', { 'if-none-match': `W/${String(first.headers?.['etag'])}` });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBeUndefined();
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1.0, deflate', 'gzip', gunzipSync],
    ['deflate', undefined, (body: Buffer) => body],
  ])('a browser that takes %s is sent %s', async (accepted, coding, read) => {
    const text = await get('/main.js', { 'accept-encoding': accepted });
    expect(text.headers?.['content-encoding']).toBe(coding);
    expect(read(bytesOf(text)).toString()).toBe('console.log(1)');
  });

  it('compresses no picture', async () => {
    const picture = await get('/photo.png', { 'accept-encoding': 'gzip' });
    expect(picture.headers?.['content-encoding']).toBeUndefined();
    expect(bytesOf(picture)).toEqual(Buffer.from([0x89, 0x50]));
  });

  test.each([
    '/../index.mjs',
    '/..%2findex.mjs',
    '/%2e%2e/index.mjs',
    '/..\\index.mjs',
    '//etc/passwd',
    '/inner/../../index.mjs',
    '/inner/deep.html',
    '/.env',
    '/r/a/b',
    '/r/',
    '/requests',
    '/constructor',
  ])('%s leads nowhere', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });

  it('tells a person in their language that there is no such page', async () => {
    const chinese = await get('/nothing', {
      accept: 'text/html,*/*',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
    });
    expect(chinese.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(chinese.body).toContain('没有这个页面');
    const english = await get('/nothing', { accept: 'text/html', 'accept-language': 'en-GB' });
    expect(english.body).toContain('There is no such page');
  });

  it('tells a program with a problem document', async () => {
    const answer = await get('/nothing', { accept: 'application/json', 'accept-language': 'en' });
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ type: 'about:blank', status: 404 });
  });

  test.each(['/', '/main.js', '/nothing'])(
    '%s allows nothing inline, nothing of others and no frame',
    async (path) => {
      const { headers } = await get(path, { accept: 'text/html' });
      const policy = String(headers?.['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers?.['x-content-type-options']).toBe('nosniff');
      expect(headers?.['referrer-policy']).toBe('no-referrer');
    },
  );
});
