import { attemptOf, attemptsUntil, retriedName, retryName } from '../../../domain/codes/execution-name.js';

describe('the name of an execution', () => {
  it.each([
    ['7Q3K9M2X', 1, '7Q3K9M2X-retry-2', undefined],
    ['7Q3K9M2X-retry-2', 2, '7Q3K9M2X-retry-3', '7Q3K9M2X'],
    ['7Q3K9M2X-retry-9', 9, '7Q3K9M2X-retry-10', '7Q3K9M2X-retry-8'],
    ['sanhehu-2026-08-24', 1, 'sanhehu-2026-08-24-retry-2', undefined],
    ['7Q3K9M2X-again-2', 1, '7Q3K9M2X-again-2-retry-2', undefined],
    ['7Q3K9M2X-again-2-retry-2', 2, '7Q3K9M2X-again-2-retry-3', '7Q3K9M2X-again-2'],
  ])('%s is number %i, is retried as %s and is a retry of %s', (name, attempt, next, before) => {
    expect([attemptOf(name).attempt, retryName(name), retriedName(name)]).toEqual([attempt, next, before]);
  });

  it('lists every execution of the same work until it', () => {
    expect(attemptsUntil('7Q3K9M2X-retry-3')).toEqual(['7Q3K9M2X', '7Q3K9M2X-retry-2', '7Q3K9M2X-retry-3']);
    expect(attemptsUntil('7Q3K9M2X')).toEqual(['7Q3K9M2X']);
  });

  it('has 80 characters at most: one that would be longer is not retried', () => {
    expect(retryName('x'.repeat(72))).toHaveLength(80);
    expect(retryName('x'.repeat(73))).toBeUndefined();
  });
});
