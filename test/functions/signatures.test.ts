import { contactOfPhone } from '../../adapters/contact.js';
import { signAsk } from '../../functions/use-cases/ask-link.js';
import { codeDigest, sessionCookie } from '../../functions/http/staff-session.js';
import { signVisits } from '../../functions/use-cases/visit-link.js';

const KEY = 'sample-key-of-no-town';
const UNTIL = Date.parse('2026-08-24T11:00:00+08:00');

describe('the signature of a link to an ask', () => {
  const ask = { town: 'small-town', of: 'request', subject: '7Q3K9M2X', n: 1, until: UNTIL } as const;

  it.each([
    ['opens nothing in another town', { town: 'next-town' }],
    ['opens nothing after its ask was given another end', { until: UNTIL + 1 }],
    ['opens no task with the number of its request', { of: 'task' as const }],
    ['opens no ask of another request', { subject: '7Q3K9M2Z' }],
    ['opens no other ask of its request', { n: 2 }],
  ])('%s', (_title, other) => {
    expect(signAsk(KEY, { ...ask, ...other })).not.toBe(signAsk(KEY, ask));
  });

  it('is worth nothing with the key of another town', () => {
    expect(signAsk('another-key', ask)).not.toBe(signAsk(KEY, ask));
  });
});

describe('the signature of a link to a week of visits', () => {
  const link = { grid: 52, staff: 'g52-a', date: '2026-08-24' };

  it.each([
    ['shows no visits of another town', 'next-town', {}],
    ['shows no visits of another grid', 'small-town', { grid: 53 }],
    ['records nothing in the name of somebody else', 'small-town', { staff: 'g52-b' }],
    ['shows no visits of another week', 'small-town', { date: '2026-08-31' }],
  ])('%s', (_title, town, other) => {
    expect(signVisits(KEY, town, { ...link, ...other })).not.toBe(signVisits(KEY, 'small-town', link));
  });
});

describe('a session of the staff', () => {
  const claims = { town: 'small-town', staff: 'a1', id: 'one', until: UNTIL };
  const signature = (of: typeof claims): string | undefined =>
    /\.([\w-]+);/.exec(sessionCookie(KEY, of, UNTIL - 1))?.[1];

  it.each([
    ['is no session in another town', { town: 'next-town' }],
    ['is no session of somebody else', { staff: 'b1' }],
    ['is no other session of theirs', { id: 'two' }],
    ['cannot be drawn out', { until: UNTIL + 1 }],
  ])('%s', (_title, other) => {
    expect(signature({ ...claims, ...other })).not.toBe(signature(claims));
  });
});

describe('a code that signs somebody in', () => {
  it.each([
    ['is kept in other letters in another town', 'next-town', 'a1'],
    ['is kept in other letters for somebody else', 'small-town', 'b1'],
  ])('%s', (_title, town, staff) => {
    expect(codeDigest(KEY, town, staff, '123456')).not.toBe(codeDigest(KEY, 'small-town', 'a1', '123456'));
  });
});

describe('what stands for a phone number', () => {
  it('says nothing of the same number in another town', () => {
    expect(contactOfPhone('next-town', '+8619900000001')).not.toBe(
      contactOfPhone('small-town', '+8619900000001'),
    );
  });
});
