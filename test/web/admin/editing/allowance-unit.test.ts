import { typedOf, valueOf } from '../../../../web/admin/editing/allowance-unit.js';

describe('an allowance that is being typed', () => {
  it.each([
    ['an amount', { workingHours: 4 }, { unit: 'workingHours', amount: '4' }],
    ['an amount that was taken out to write another', { minutes: '' }, { unit: 'minutes', amount: '' }],
    ['an amount that is too small', { days: 0 }, { unit: 'days', amount: '0' }],
    ['an amount that is no number yet', { hours: '1e' }, { unit: 'hours', amount: '1e' }],
    ['an amount that is not whole', { hours: 1.5 }, { unit: 'hours', amount: '1.5' }],
    ['a time that is not whole yet', { endOfWorkingDay: { cutOff: '16:' } }, { cutOff: '16:' }],
  ])('stays as it is typed: %s', (_what, value, typed) => {
    expect(typedOf(value)).toEqual(typed);
    expect(valueOf(typed as Parameters<typeof valueOf>[0])).toEqual(value);
  });

  it('is none where nothing is said', () => {
    expect(typedOf(undefined)).toBeUndefined();
  });
});
