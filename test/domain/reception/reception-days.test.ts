import { placeOfReception, receptionsBetween } from '../../../domain/reception/reception-days.js';
import type { Place, ReceptionDay } from '../../../domain/town/place-schemas.js';
import type { Leave } from '../../../domain/town/schema.js';
import { town } from '../small-town.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const WEEKDAYS: Place['hours'][number]['days'] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const place = (id: string, department?: string): Place => ({
  id,
  kind: 'office',
  name: both(id),
  address: both(id),
  point: { lat: 37.005, lng: 118.005 },
  phone: '+8619900000001',
  hours: [{ days: WEEKDAYS, from: '08:30', to: '17:30' }],
  ...(department === undefined ? {} : { department }),
});
const MONDAY_LEADER: ReceptionDay = {
  place: 'hall',
  on: 'monday',
  from: '09:00',
  to: '11:00',
  receives: ['l1', 'd1'],
};

const receiving = (reception: ReceptionDay[], leave: Leave[] = []) =>
  town({ places: [place('hall', 'duty-desk'), place('village')], reception, leave });

describe('a fixed reception day', () => {
  it('is held every week on its day, both ends of a span included', () => {
    const held = receptionsBetween(receiving([MONDAY_LEADER]), '2026-08-24', '2026-09-07');
    expect(held.map(({ date, staff }) => [date, staff])).toEqual([
      ['2026-08-24', 'l1'],
      ['2026-08-31', 'l1'],
      ['2026-09-07', 'l1'],
    ]);
  });

  it('on a public holiday is not held, and says so', () => {
    const thursday: ReceptionDay = { ...MONDAY_LEADER, on: 'thursday' };
    // National Day 2026 is a Thursday.
    expect(receptionsBetween(receiving([thursday]), '2026-10-01', '2026-10-01')).toEqual([
      { date: '2026-10-01', from: '09:00', to: '11:00', place: 'hall', off: 'holiday' },
    ]);
  });

  it('on a date of its own is held whatever day it is, once', () => {
    const saturday: ReceptionDay = { ...MONDAY_LEADER, on: '2026-10-03' };
    expect(receptionsBetween(receiving([saturday]), '2026-09-26', '2026-10-31')).toMatchObject([
      { date: '2026-10-03', staff: 'l1' },
    ]);
  });

  it.each<[string, Leave[], object]>([
    ['by who stands in', [{ staff: 'l1', from: '2026-08-24', to: '2026-08-24' }], { staff: 'd1' }],
    [
      'by nobody, and is not held, where all are away',
      [
        { staff: 'l1', from: '2026-08-24', to: '2026-08-30' },
        { staff: 'd1', from: '2026-08-20', to: '2026-08-24' },
      ],
      { off: 'leave' },
    ],
  ])('is held %s', (_how, leave, expected) => {
    expect(receptionsBetween(receiving([MONDAY_LEADER], leave), '2026-08-24', '2026-08-24')).toMatchObject([
      expected,
    ]);
  });

  it('of one day are listed by their time', () => {
    const later: ReceptionDay = { ...MONDAY_LEADER, place: 'village', from: '08:30', receives: ['d2'] };
    const [first, second] = receptionsBetween(receiving([MONDAY_LEADER, later]), '2026-08-24', '2026-08-24');
    expect([first?.from, second?.from]).toEqual(['08:30', '09:00']);
  });
});

describe('people were received', () => {
  const MONDAY = Date.parse('2026-08-24T10:00:00+08:00');
  const TUESDAY = MONDAY + 86_400_000;
  const at = (staff: string, when: number) =>
    placeOfReception(
      receiving([
        { ...MONDAY_LEADER, place: 'village' },
        { ...MONDAY_LEADER, receives: ['w1'] },
        { ...MONDAY_LEADER, place: 'village', from: '14:00', to: '16:00', receives: ['w1'] },
      ]),
      staff,
      when,
    );

  it.each([
    ['where who received them has their reception day', 'l1', MONDAY, 'village'],
    ['where their department sits, on any other day', 'd1', TUESDAY, 'hall'],
    ['nobody knows where, by somebody of neither', 'l1', TUESDAY, undefined],
    ['nobody knows where, by somebody with receptions at two places that day', 'w1', MONDAY, undefined],
  ])('%s', (_where, staff, when, expected) => {
    expect(at(staff, when)).toBe(expected);
  });
});
