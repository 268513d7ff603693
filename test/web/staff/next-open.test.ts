import type { Work } from '../../../web/staff/ask.js';
import { openBeside } from '../../../web/staff/next-open.js';
import type { Outbox, Waiting } from '../../../web/staff/outbox.js';

const ask = (id: string): Work['asks'][number] => ({
  id,
  kind: 'acceptance',
  code: 'K7Q3',
  facts: [],
  until: '2026-08-24T03:00:00.000Z',
  link: `/asks/${id}?town=sanhehu&sig=s`,
});
const waiting = (id: string): Waiting => ({
  id,
  link: `/asks/${id}?town=sanhehu&sig=s`,
  about: '',
  said: '',
  body: {},
  at: 1,
});
const outboxWith = (items: readonly Waiting[], sent: readonly Waiting[]): Outbox =>
  ({
    items: () => items,
    sent: () => sent.map((item) => ({ item, answer: {} })),
  }) as Partial<Outbox> as Outbox;

const asks = ['AAAAAAAA-1', 'BBBBBBBB-1', 'CCCCCCCC-2', 'DDDDDDDD-1'].map(ask);

describe('what is to be answered next', () => {
  it('is what was due first, without what is open and what was answered here', () => {
    const outbox = outboxWith([waiting('BBBBBBBB-1')], [waiting('CCCCCCCC-2')]);
    expect(openBeside({ asks }, '/asks/AAAAAAAA-1?town=sanhehu&sig=s', outbox).map(({ id }) => id)).toEqual([
      'DDDDDDDD-1',
    ]);
  });

  it('is told by the ask, whatever else its link says', () => {
    const link = '/asks/AAAAAAAA-1?town=sanhehu&as=g52-b&sig=other';
    expect(openBeside({ asks }, link, outboxWith([], []))).toHaveLength(3);
  });
});
