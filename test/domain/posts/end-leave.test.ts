import { endLeave } from '../../../domain/posts/end-leave.js';

const leave = { staff: 'a1', from: '2026-11-23', to: '2026-11-25' };

describe('a leave that ends', () => {
  it.each([
    ['before it begins: it never was', '2026-11-22', { kind: 'gone' }],
    ['on its first day: it never was', '2026-11-23', { kind: 'gone' }],
    [
      'on a later day: until the day before',
      '2026-11-24',
      { kind: 'shortened', leave: { ...leave, to: '2026-11-23' } },
    ],
    [
      'on its last day: until the day before',
      '2026-11-25',
      { kind: 'shortened', leave: { ...leave, to: '2026-11-24' } },
    ],
    ['afterwards: it stays', '2026-11-26', { kind: 'over' }],
  ])('%s', (_, today, ended) => {
    expect(endLeave(leave, today)).toEqual(ended);
  });
});
