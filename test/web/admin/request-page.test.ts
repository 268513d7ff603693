import { enteredOf, isPressing, NOTHING_TYPED } from '../../../web/admin/correcting/entered-body.js';
import {
  countThrough,
  notBegun,
  type Outcomes,
  refusedIn,
  runEach,
  whyRefused,
} from '../../../web/admin/requests/run-each.js';
import { foldEntries } from '../../../web/admin/shell/fold-entries.js';

describe('the timeline', () => {
  const folded = (types: string) =>
    foldEntries(types.split(' ').map((type) => ({ type }))).map(({ entry, before }) =>
      [entry.type, ...before.map(({ type }) => type)].join('<'),
    );
  test.each([
    ['folds a row of asking into its last', 'received asked silent silent', 'received silent<asked<silent'],
    ['leaves two as they are', 'asked silent accepted', 'asked silent accepted'],
    [
      'folds each row by itself',
      'asked asked asked done asked silent urged',
      'asked<asked<asked done urged<asked<silent',
    ],
    ['never folds what somebody did', 'accepted done satisfied closed', 'accepted done satisfied closed'],
  ])('%s', (_what, types, shown) => {
    expect(folded(types).join(' ')).toBe(shown);
  });
});

describe('the same done with several', () => {
  it('goes on after one that is refused, and says of each what came of it', async () => {
    let outcomes: Outcomes = notBegun(['a', 'b', 'c']);
    const told: number[] = [];
    await runEach(
      ['a', 'b', 'c'],
      async (id) => (id === 'b' ? Promise.reject(new Error('over')) : `${id} told`),
      {
        tell: (id, outcome) => {
          outcomes = { ...outcomes, [id]: outcome };
          told.push(countThrough(outcomes));
        },
        why: (error) => String(error),
        isBusy: () => false,
        pause: async () => undefined,
      },
    );
    expect(outcomes).toEqual({
      a: { state: 'done', said: 'a told' },
      b: { state: 'refused', said: 'Error: over' },
      c: { state: 'done', said: 'c told' },
    });
    expect(told).toEqual([0, 1, 1, 2, 2, 3]);
    expect(refusedIn(outcomes)).toEqual(['b']);
  });

  it.each([
    [
      'waits and tries again where too much is asked at once',
      2,
      { state: 'done', said: 'a told' },
      [1000, 2000],
    ],
    ['gives up on one at last', 9, { state: 'refused', said: 'busy' }, [1000, 2000, 4000, 8000, 16000]],
  ])('%s', async (_what, refusals, outcome, waited) => {
    const pauses: number[] = [];
    const outcomes: Record<string, unknown> = {};
    let asked = 0;
    await runEach(['a'], async (id) => ((asked += 1) <= refusals ? Promise.reject('busy') : `${id} told`), {
      tell: (id, one) => void (outcomes[id] = one),
      why: String,
      isBusy: (error) => error === 'busy',
      pause: async (milliseconds) => void pauses.push(milliseconds),
    });
    expect([outcomes, pauses]).toEqual([{ a: outcome }, waited]);
  });
});

describe('why one of several was refused', () => {
  const title = 'Something filled in is wrong';
  it.each([
    [
      'what is wrong with what was filled in',
      { title, errors: [{ field: '/joined', message: 'no such request' }] },
      '/joined: no such request',
    ],
    ['the problem, where nothing more is known', { title, errors: [] }, title],
  ])('is said: %s', (_what, problem, said) => {
    expect(whyRefused(problem, (field, message) => `${field}: ${message}`, 'en')).toBe(said);
  });

  it.each([
    ['en', 'To: no such person. Why: say why.', ['To: no such person.', 'Why: say why.']],
    ['zh-CN', '转给：没有这个人。原因：请填写。', ['转给：没有这个人。', '原因：请填写。']],
  ] as const)('is joined as the language joins its sentences: %s', (language, said, messages) => {
    const errors = messages.map((message) => ({ field: '', message }));
    expect(whyRefused({ title, errors }, (_field, message) => message, language)).toBe(said);
  });
});

describe('a call that is taken down', () => {
  const words = { ...NOTHING_TYPED, description: ' 示例：路灯不亮 ' };
  test.each([
    ['needs nothing but the words', words, { description: '示例：路灯不亮' }],
    [
      'with a number and no name',
      { ...words, phone: ' 19911110001' },
      { description: '示例：路灯不亮', phone: '19911110001' },
    ],
    [
      'without a group where no village is known',
      { ...words, group: '3' },
      { description: '示例：路灯不亮' },
    ],
    [
      'with what whoever takes it down knows better',
      { ...words, village: 'zhukou', group: '3', category: 'road' },
      { description: '示例：路灯不亮', village: 'zhukou', group: 3, category: 'road' },
    ],
  ])('%s', (_how, typed, body) => {
    expect(enteredOf(typed)).toEqual(body);
  });

  it('is pressing where it is read as a danger, sure or not', () => {
    const danger = { kind: 'gas', sure: false, name: '', advice: '', evidence: [] } as const;
    expect([
      isPressing(undefined),
      isPressing({}),
      isPressing({ danger: { ...danger, evidence: [] } }),
    ]).toEqual([false, false, true]);
  });
});
