import type { Problem } from '../../../web/problem.js';
import type { Reply } from '../../../web/reply.js';
import { besideAsk, endingOf } from '../../../web/staff/beside-ask.js';

const problem = (status: number, errors: Problem['errors'] = []): Reply<unknown> => ({
  kind: 'problem',
  problem: { status, errors },
});

test('what is sent about an ask goes beside it, by the signature of its link', () => {
  expect(besideAsk('/asks/7Q3K9M2X-2?sig=abc', 'remarks')).toBe('/asks/7Q3K9M2X-2/remarks?sig=abc');
});

describe('words about an ask that are not taken', () => {
  it.each([
    ['it is over', 410],
    ['it was answered meanwhile', 409],
    ['it is somebody else’s by now', 403],
    ['whoever sends them is asked no more', 404],
  ])('end it where %s', (_, status) => {
    expect(endingOf(problem(status))).toMatchObject({ status });
  });

  it.each([
    ['the service fails', problem(503)],
    ['too much is asked of it', problem(429)],
    ['nothing comes', { kind: 'unreachable' } as const],
    ['something is wrong with them', problem(422, [{ field: '/words', message: 'too long' }])],
  ])('do not end it where %s: they are still there to be sent', (_, reply) => {
    expect(endingOf(reply)).toBeUndefined();
  });
});
