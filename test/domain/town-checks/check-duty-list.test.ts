import { checkDutyList } from '../../../domain/town-checks/check-duty-list.js';
import { knownIds } from '../../../domain/town-checks/known-ids.js';
import type { Category, Town } from '../../../domain/town/schema.js';
import { caseTown } from '../request/case-town.js';

const ENTRY = {
  id: 'mains',
  department: 'water',
  entry: { 'zh-CN': '主管网由供水公司负责', en: 'mains are for the water company' },
};

const withRoad = (road: Partial<Category>, changes: Partial<Town> = {}): Town => {
  const before = caseTown({ dutyList: [ENTRY], ...changes });
  return {
    ...before,
    categories: before.categories.map((one) =>
      one.id === 'road' ? Object.assign({}, one, { duty: 'mains' }, road) : one,
    ),
  };
};

const problemsOf = (town: Town): string[] =>
  checkDutyList(town, knownIds(town, {})).map(({ path, message }) => `${path.join('.')}: ${message.en}`);

describe('the duty list', () => {
  it('lets a category through whose department the list names', () => {
    expect(problemsOf(withRoad({}))).toEqual([]);
  });

  it.each<[string, Town, string]>([
    [
      'a category of the grid’s own path',
      withRoad({ path: 'same-day' }),
      'categories.4.path: the same-day path is the grid team\'s: the duty list gives it to water ("mains are for the water company")',
    ],
    [
      'a category of another department',
      withRoad({ department: 'gas' }),
      'categories.4.department: it would go to gas: the duty list gives it to water ("mains are for the water company")',
    ],
    [
      'a category of no department',
      withRoad({ department: undefined }),
      'categories.4.department: it names no department',
    ],
    [
      'an entry that there is not',
      withRoad({ duty: 'sewers' }),
      'categories.4.duty: the duty list has no entry "sewers"',
    ],
    [
      'an entry of no department',
      withRoad({}, { dutyList: [ENTRY, { ...ENTRY, id: 'wells', department: 'nobody' }] }),
      'dutyList.1.department: there is no department "nobody"',
    ],
    ['an entry twice', withRoad({}, { dutyList: [ENTRY, ENTRY] }), 'dutyList.1.id: "mains" is there twice'],
  ])('refuses %s, and quotes the list', (_what, town, problem) => {
    expect(problemsOf(town)).toEqual([expect.stringContaining(problem)]);
  });

  it('refuses a step of a programme that is the grid’s, but for help with an application', () => {
    const before = caseTown({ dutyList: [ENTRY] });
    const programmes = before.programmes.map((one) =>
      one.id === 'surgery' ? { ...one, duty: 'mains' } : one,
    );
    const steps = before.programmes
      .find(({ id }) => id === 'surgery')
      ?.stages.flatMap((stage) => stage.steps)
      .filter(({ by, asks }) => (by === 'owner' || by === 'grid-head') && asks !== 'application');
    expect(problemsOf({ ...before, programmes })).toHaveLength(steps?.length ?? -1);
    const own = programmes.map((one) =>
      one.id === 'surgery'
        ? {
            ...one,
            stages: one.stages.map((stage) => ({
              ...stage,
              steps: stage.steps.map((step) => ({
                ...step,
                by: 'grid-head' as const,
                asks: 'report' as const,
              })),
            })),
          }
        : one,
    );
    expect(problemsOf({ ...before, programmes: own }).join()).toContain("this step is the grid's");
  });
});
