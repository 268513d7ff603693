import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deadline } from '../../domain/deadlines/deadline.js';
import { isWorkingDay } from '../../domain/deadlines/working-days.js';
import { gridByGroup, gridByPoint } from '../../domain/geography/grid-lookup.js';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { SAMPLE } from './town-copy.js';

const TOWNS = join(SAMPLE, '..');

function townIn(folder: string): Town {
  const read = readTown(join(TOWNS, folder));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.town;
}

const folders = readdirSync(TOWNS, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('the towns of this repository', () => {
  const towns = folders.map(({ name }) => townIn(name));

  it('are right, invented, and in folders of their own names', () => {
    expect(towns.map(({ settings }) => settings.id)).toEqual(folders.map(({ name }) => name));
    expect(towns.filter(({ settings }) => !settings.sample)).toEqual([]);
  });

  it('share no number, neither the towns’ nor anybody’s', () => {
    const numbers = towns.flatMap(({ settings, staff }) => [
      settings.sms.number,
      ...staff.map(({ phone }) => phone),
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('Elmford', () => {
  const town = townIn('elmford');
  const due = (from: string, ...[allowance]: [Parameters<typeof deadline>[1]]): string =>
    new Date(deadline(Date.parse(from), allowance, town.settings)).toISOString();

  it('has twelve grids that tile, three people to each, and a middle in each that lies in it', () => {
    expect(town.grids).toHaveLength(12);
    for (const { number, polygon } of town.grids) {
      const corners = polygon.slice(0, -1);
      const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
      expect(gridByPoint(town, { lng: middle(0), lat: middle(1) })?.number).toBe(number);
    }
    expect(gridByGroup(town, 'town-centre', 1)?.number).toBe(1);
  });

  it('has phones of the range that Ireland keeps for drama only', () => {
    expect(town.staff.filter(({ phone }) => !/^\+3532091\d{5}$/.test(phone))).toEqual([]);
  });

  it.each([
    ['2026-09-11', false, 'the fair, the second Friday of September'],
    ['2027-09-10', false, 'the fair of the year after'],
    ['2026-09-19', true, 'the Saturday made up for it'],
    ['2026-10-26', false, 'the last Monday of October'],
    ['2026-12-28', false, 'the second day of Christmas, a Saturday, made good'],
    ['2026-10-01', true, 'China’s National Day, an ordinary Thursday here'],
  ])('%s is a working day: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, town.settings)).toBe(expected);
  });

  it('counts its days over the change of clocks and over the fair', () => {
    expect(due('2026-10-23T10:00:00Z', { workingDays: 1 })).toBe('2026-10-27T17:00:00.000Z');
    expect(due('2026-10-22T10:00:00Z', { workingDays: 1 })).toBe('2026-10-23T16:00:00.000Z');
    expect(due('2026-09-10T14:30:00Z', { workingHours: 2 })).toBe('2026-09-14T08:30:00.000Z');
  });
});
