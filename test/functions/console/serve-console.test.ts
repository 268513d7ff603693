import { brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createServePages } from '../../../functions/console/serve-console/serve-pages.js';

const asset = (type: string, text: string) => ({ type, body: Buffer.from(text), etag: `"${text}"` });
const PAGE =
  '<link rel="icon" href="/console/icon.svg" /><script type="module" src="/console/part-4F2A9C1B.js"></script>';
const serve = createServePages({
  assets: new Map([
    ['/index.html', asset('text/html; charset=utf-8', PAGE)],
    ['/main.js', asset('text/javascript; charset=utf-8', 'code')],
    ['/part-4F2A9C1B.js', asset('text/javascript; charset=utf-8', 'part')],
  ]),
  config: { issuer: 'https://sign-in.example/pool', clientId: 'console' },
  pages: 'https://town.example',
  issuerOrigins: ['https://tokens.example'],
});
const get = (rawPath: string, headers: Readonly<Record<string, string>> = {}) =>
  serve({ rawPath, headers } satisfies Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>);
const textOf = (path: string) => Buffer.from(get(path).body ?? '', 'base64').toString();

describe("the console's pages", () => {
  it.each(['/console', '/console/', '/console/requests/7Q3K9M2X', '/console/town/grids'])(
    '%s is the app, which finds its own way',
    (path) => {
      expect(textOf(path)).toBe(PAGE);
    },
  );

  it('have their files beside them, and no others', () => {
    expect(textOf('/console/main.js')).toBe('code');
    expect(get('/console/other.js').statusCode).toBe(404);
    expect(get('/console/../index.mjs').statusCode).toBe(404);
  });

  it('are told apart from the same page for a browser that takes no brotli', () => {
    const [plain, compressed] = [get('/console'), get('/console', { 'accept-encoding': 'gzip, br' })];
    expect(compressed.headers?.['vary']).toBe('accept-encoding');
    expect(compressed.headers?.['etag']).not.toBe(plain.headers?.['etag']);
    const text = brotliDecompressSync(Buffer.from(compressed.body ?? '', 'base64')).toString();
    expect(text).toBe(PAGE.replace('/console/part', '/console/br/part'));
  });

  it('have the file of such a name beside them, where no bucket serves it', () => {
    expect(textOf('/console/br/part-4F2A9C1B.js')).toBe('part');
  });

  it('say where to sign in', () => {
    expect(JSON.parse(get('/console/config.json').body ?? '')).toEqual({
      issuer: 'https://sign-in.example/pool',
      clientId: 'console',
    });
  });

  it('may call their own origin and the issuer, and nobody else', () => {
    expect(get('/console').headers?.['content-security-policy']).toContain(
      "connect-src 'self' https://sign-in.example https://tokens.example;",
    );
  });
});
