import { readTown } from '../../towns/read-town.js';
import { TownCopy } from './town-copy.js';

let copy: TownCopy;
beforeEach(() => {
  copy = new TownCopy();
});
afterEach(() => copy.remove());

/** file, row, field of each problem. */
function problems(): string[] {
  const read = readTown(copy.dir);
  return read.ok ? [] : read.problems.map(({ file, row, field }) => `${file}:${row ?? ''}:${field ?? ''}`);
}

/** What is wrong, the file, what is replaced by what (the new text stands on the row that must be named), and the field. */
const BROKEN: [rule: string, file: string, find: string, put: string, field: string][] = [
  ['a point outside the town', 'places.yaml', 'lat: 37.3196', 'lat: 38.3196', '1.point'],
  ['a kind there is not', 'places.yaml', 'kind: office', 'kind: tent', '1.kind'],
  ['two places of one id', 'places.yaml', 'id: workstation-hubin', 'id: workstation-zhukou # again', '5.id'],
  [
    'a department there is not',
    'places.yaml',
    'department: petition-office',
    'department: moon',
    '1.department',
  ],
  [
    'hours that end before they begin',
    'places.yaml',
    "from: '13:30', to: '16:30'",
    "from: '13:30', to: '12:30'",
    '5.hours.0.to',
  ],
  [
    'hours that overlap',
    'places.yaml',
    "from: '13:30', to: '17:30'",
    "from: '11:30', to: '17:30'",
    '0.hours.1',
  ],
  ['a phone in no E.164', 'places.yaml', "'+8619900008002'", "'0543 000'", '1.phone'],
  [
    'a reception at a place there is not',
    'reception.yaml',
    'workstation-beigou',
    'workstation-moon',
    '5.place',
  ],
  [
    'a reception by nobody known',
    'reception.yaml',
    'duty-leader-1, duty-leader-2]',
    'duty-leader-1, nobody]',
    '1.receives.1',
  ],
  ['a reception by nobody at all', 'reception.yaml', '[duty-leader-1, duty-leader-2]', '[]', '1.receives'],
  ['a reception on no day', 'reception.yaml', 'on: monday', 'on: mondays', '0.on'],
  ['a reception that ends before it begins', 'reception.yaml', "to: '11:30'", "to: '08:30'", '0.to'],
  ['a reception outside opening hours', 'reception.yaml', "from: '09:00'", "from: '08:00'", '0.from'],
  [
    'a reception on a date outside opening hours',
    'reception.yaml',
    "on: monday\n  from: '09:00'",
    "on: 2026-09-01\n  from: '08:00'",
    '0.from',
  ],
];

const PROGRAMME = 'programmes/cataract-surgery.yaml';
BROKEN.push(
  ['places for a stage there is not', PROGRAMME, 'stage: appointment', 'stage: moon', 'places.stage'],
  ['no places at all', PROGRAMME, 'count: 30', 'count: 0', 'places.count'],
  [
    'a need that asks of no field',
    PROGRAMME,
    'field: eye, oneOf: [both], points',
    'field: nose, oneOf: [both], points',
    'places.need.0.field',
  ],
  [
    'a need that no choice can meet',
    PROGRAMME,
    'oneOf: [both], points',
    'oneOf: [neither], points',
    'places.need.0.oneOf.0',
  ],
  ['a need without points', PROGRAMME, 'points: 2', 'points: 0', 'places.need.1.points'],
  [
    'a wait that no execution can last',
    PROGRAMME,
    'waitWithin: { days: 180 }',
    'waitWithin: { days: 400 }',
    'places.waitWithin.days',
  ],
);

describe('a town is refused for', () => {
  it.each(BROKEN)('%s', (_rule, file, find, put, field) => {
    copy.replace(file, find, put);
    const row = copy.lineOf(file, put.split('\n').at(-1) ?? put);
    // Of a date or a time that is wrong, what follows from it need not be said.
    expect(problems().slice(0, 1)).toEqual([`${file}:${row}:${field}`]);
  });

  it('somebody who is expected at two places at once', () => {
    copy.replace('reception.yaml', 'receives: [petition-office-1', 'receives: [village-leader-2');
    expect(problems()).toEqual([
      `reception.yaml:${copy.lineOf('reception.yaml', '[village-leader-2, area-secretary-1]')}:5.receives.0`,
    ]);
  });

  it.each(['places.yaml', 'reception.yaml'])('a missing %s, and nothing that follows from it', (file) => {
    copy.delete(file);
    expect(problems()).toEqual([`${file}::`]);
  });
});

it('a town may have no places and no reception days', () => {
  copy.write('places.yaml', '[]\n').write('reception.yaml', '[]\n');
  expect(problems()).toEqual([]);
});

it('the stand-ins of two receptions at one time may be the same person', () => {
  copy.replace(
    'reception.yaml',
    '[village-leader-2, area-secretary-1]',
    '[village-leader-2, petition-office-1]',
  );
  expect(problems()).toEqual([]);
});
