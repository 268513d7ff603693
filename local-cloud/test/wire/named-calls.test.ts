import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answeredCalls } from './answered-calls.js';
import { CHAINS } from './cases.js';
import { missingCalls } from './missing-calls.js';
import { namedCalls } from './named-calls.js';
import { triedCalls } from './tried-calls.js';

const documented = namedCalls(
  readFileSync(join(import.meta.dirname, '../../../docs/local-cloud.md'), 'utf8'),
);

describe('the table of AWS calls in the documentation', () => {
  it('names every call that the code answers', () => {
    expect(missingCalls(answeredCalls(), documented)).toEqual([]);
  });

  it('names no call that the code does not answer', () => {
    expect(missingCalls(documented, answeredCalls())).toEqual([]);
  });

  it('names no call that is not tried with the AWS CLI', () => {
    expect(missingCalls(documented, triedCalls(CHAINS))).toEqual([]);
  });
});
