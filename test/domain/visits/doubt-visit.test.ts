import { doubtVisit } from '../../../domain/visits/doubt-visit.js';
import { town } from '../small-town.js';

const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const { settings } = town();
const [household = { grid: 1, number: 1, village: '', group: 1, class: 'key' }] = town().households;
const visited = (moment: string, people: number) => ({
  id: 'V',
  at: at(moment),
  grid: household.grid,
  household: household.number,
  people,
});
const doubt = (people: number, before: ReturnType<typeof visited>[] = [], lives?: number) =>
  doubtVisit(
    {
      household: lives === undefined ? household : { ...household, people: lives },
      people,
      at: at('2026-08-24T15:00'),
    },
    before,
    settings,
  )?.is;

describe('a visit', () => {
  it.each<[string, number, number | undefined, string | undefined]>([
    ['as many as the town takes for met', settings.visits.mostPeople, undefined, undefined],
    ['more than that', settings.visits.mostPeople + 1, undefined, 'many'],
    ['as many as live there', 3, 3, undefined],
    ['more than live there', 4, 3, 'many'],
  ])('at which %s are met is asked about, or not', (_title, people, lives, is) => {
    expect(doubt(people, [], lives)).toBe(is);
  });

  it.each<[string, ReturnType<typeof visited>[], number, string | undefined]>([
    ['a second one on the same day', [visited('2026-08-24T09:00', 2)], 2, 'again'],
    ['one on the day after', [visited('2026-08-23T23:59', 2)], 2, undefined],
    ['one after nobody was at home', [visited('2026-08-24T09:00', 0)], 2, undefined],
    ['one that finds nobody at home any more', [visited('2026-08-24T09:00', 2)], 0, undefined],
  ])('%s is asked about, or not', (_title, before, people, is) => {
    expect(doubt(people, before)).toBe(is);
  });
});
