import { readAnswer } from '../../../web/read-answer.js';
import { attemptFor, attemptSchema } from '../../../web/resident/attempt.js';
import { EMPTY_DRAFT, requestBody } from '../../../contracts/resident/draft.js';

// Invented names and numbers.
const DRAFT = { ...EMPTY_DRAFT, name: '示例甲', phone: '19900009001', description: '路灯不亮' };
const body = requestBody(DRAFT, true, 'zh-CN');

const keys = () => {
  let count = 0;
  return () => `key-${++count}`;
};

describe('a submission', () => {
  it('sent again is the same one, word for word and under the same key', () => {
    const newKey = keys();
    const first = attemptFor(undefined, body, newKey);
    expect(attemptFor(first, body, newKey)).toBe(first);
  });

  it('stays the same one when the page changes its language in between', () => {
    const newKey = keys();
    const first = attemptFor(undefined, body, newKey);
    expect(attemptFor(first, requestBody(DRAFT, true, 'en'), newKey)).toBe(first);
  });

  it('with other words is another one, under another key', () => {
    const newKey = keys();
    const first = attemptFor(undefined, body, newKey);
    const other = attemptFor(
      first,
      requestBody({ ...DRAFT, description: '水管漏水' }, true, 'zh-CN'),
      newKey,
    );
    expect(other.key).not.toBe(first.key);
    expect(other.body).toContain('水管漏水');
  });

  it('survives a reload of the page', () => {
    const first = attemptFor(undefined, body, keys());
    const kept = readAnswer(attemptSchema, JSON.parse(JSON.stringify(first)));
    expect(attemptFor(kept, body, () => 'never')).toEqual(first);
  });
});
