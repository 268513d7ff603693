import { gunzipSync } from 'node:zlib';
import { compressed } from '../../../functions/http/compressed.js';

const GZIP = { headers: { 'accept-encoding': 'gzip, br' } };
const PUBLIC = { 'cache-control': 'public, max-age=60', vary: 'accept' };
const LONG = 'a list of villages '.repeat(100);

describe('an answer', () => {
  it('that everybody may keep is compressed for who takes it', () => {
    const answer = compressed(GZIP, { statusCode: 200, headers: PUBLIC, body: LONG });
    expect(answer).toMatchObject({
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip', vary: 'accept, accept-encoding' },
    });
    expect(gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString()).toBe(LONG);
  });

  it.each([
    ['to one person alone', GZIP, { 'cache-control': 'no-store' }, LONG],
    ['to who takes no such thing', { headers: {} }, PUBLIC, LONG],
    ['that is short', GZIP, PUBLIC, 'short'],
  ])('%s is sent as it is', (_, event, headers, body) => {
    expect(compressed(event, { headers, body })).toEqual({ headers, body });
  });
});
