import { checkTown } from '../../../domain/town-checks/check-town.js';
import { furtherContactSchema } from '../../../domain/town/emergency-schema.js';
import type { Category, Town, TownSettings } from '../../../domain/town/schema.js';
import { contact, emergencies } from '../emergencies.js';
import { settings, town } from '../small-town.js';

const GAS: Category = {
  id: 'gas-leak',
  name: { 'zh-CN': '燃气', en: 'Gas' },
  path: 'emergency',
  department: 'duty-desk',
  public: false,
  joinable: false,
  keywords: [],
};

const problems = (changes: Partial<TownSettings>, more: Partial<Town> = { categories: [GAS] }): string[] =>
  checkTown(town({ settings: settings(changes), ...more }))
    .map(({ path }) => path.join('.'))
    .filter((path) => /^settings\..*(?:ladder|emergenc)/i.test(path));

describe('an emergency always ends with somebody', () => {
  it.each<[string, Partial<TownSettings>, string[]]>([
    ['as it should be', { emergencies: emergencies() }, []],
    [
      'the emergency ladder ends with a post, which may be away',
      { emergencies: emergencies(), emergencyLadder: ['post-a', 'post-b'] },
      ['settings.emergencyLadder.1'],
    ],
    [
      'so does the ladder that is used for want of another',
      { emergencies: emergencies(), ladder: ['post-a', 'post-b'] },
      ['settings.ladder.1'],
    ],
    ['nobody is named to call', {}, ['settings.emergencies']],
    [
      'whoever can be called helps with gas only',
      { emergencies: emergencies({ contacts: [contact('gas-night', '119', { dangers: ['gas'] })] }) },
      ['settings.emergencies.lastLine.contacts'],
    ],
    [
      'one is named twice, one like a member of staff',
      {
        emergencies: emergencies({
          contacts: [contact('x-1', '119'), contact('x-1', '119'), contact('a1', '120')],
        }),
      },
      ['settings.emergencies.lastLine.contacts.1.id', 'settings.emergencies.lastLine.contacts.2.id'],
    ],
    [
      'nobody looks back on it',
      { emergencies: { ...emergencies(), reviewedBy: 'nobody' } },
      ['settings.emergencies.reviewedBy'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it('a town without emergencies needs none of it', () => {
    expect(problems({ ladder: ['post-a', 'post-b'] }, {})).toEqual([]);
  });
});

it.each<[string, boolean]>([
  ['110', true],
  ['0543-5550119', true],
  ['+8619900009901', true],
  ['020 919 0155', true],
  ['ask the desk', false],
  ['11', false],
  ['', false],
  ['0543-555-', false],
])('the number "%s" can be dialled: %s', (phone, isDialled) => {
  expect(furtherContactSchema.safeParse(contact('x-1', phone)).success).toBe(isDialled);
});
