import * as fc from 'fast-check';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { foldText } from '../../../domain/words/fold-text.js';
import { readLeaveDates } from '../../../domain/sms/leave-dates.js';

const read = (text: string, today = '2026-08-20') => readLeaveDates(foldText(text), today);

describe('the days of a leave', () => {
  test.each([
    '8/24-8/26',
    '8/24 - 8/26',
    '８／２４－８／２６',
    '08/24-08/26',
    '8-24-8-26',
    '8-24~8-26',
    '8.24—8.26',
    '8/24-26',
    '8月24日-8月26日',
    '8月24号到26号',
    '8月24日至26日',
    '8/24 to 8/26',
    '2026-08-24~2026-08-26',
    '2026-08-24-2026-08-26',
    '2026/8/24-8/26',
    '2026年8月24日至8月26日',
    '8/24-2026/8/26',
  ])('"%s" is 24 to 26 August', (text) => {
    expect(read(text)).toEqual({ from: '2026-08-24', to: '2026-08-26', rest: '' });
  });

  test.each(['8/24', '8月24日', '2026-08-24'])('"%s" is one day', (text) => {
    expect(read(text)).toEqual({ from: '2026-08-24', to: '2026-08-24', rest: '' });
  });

  it('without a year they are the next ones that are not over', () => {
    expect(read('8/24-8/26', '2026-08-26')).toMatchObject({ from: '2026-08-24', to: '2026-08-26' });
    expect(read('8/24-8/26', '2026-08-27')).toMatchObject({ from: '2027-08-24', to: '2027-08-26' });
    expect(read('12/30-1/2', '2026-12-20')).toMatchObject({ from: '2026-12-30', to: '2027-01-02' });
    expect(read('12/30-1/2', '2027-01-01')).toMatchObject({ from: '2026-12-30', to: '2027-01-02' });
    expect(read('2/29')).toMatchObject({ from: '2028-02-29', to: '2028-02-29' });
  });

  it('words may follow', () => {
    expect(read('8/24-8/26 回老家')).toMatchObject({ to: '2026-08-26', rest: '回老家' });
  });

  test.each([
    '',
    '下周',
    '13/1',
    '2/30',
    '8/24-',
    '8/24-8/',
    '8/24-32',
    '8/2426',
    '8/24-8/26-8/28',
    '2026-08-26~2026-08-24',
    '2025-08-24~2025-08-26',
    '24',
    '8/24-8月',
  ])('"%s" cannot be read for certain', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('any range written in full is read as it is', () => {
    const start = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(start, fc.nat(30), fc.constantFrom('~', '-', '至', ' 到 '), (from, days, to) => {
        const first = addDays('2026-08-20', from);
        const last = addDays(first, days);
        expect(read(`${first}${to}${last}`)).toEqual({ from: first, to: last, rest: '' });
      }),
    );
  });
});
