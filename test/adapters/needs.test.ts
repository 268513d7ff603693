import { grantsOf, namesTold, NEEDS } from '../../adapters/needs.js';
import type { Needs, Services } from '../../adapters/services.js';

type Verb = (typeof NEEDS)[keyof typeof NEEDS] extends Record<string, infer V> ? V : never;
const VERBS = Object.entries(NEEDS).flatMap(([store, verbs]) =>
  Object.entries<Verb>(verbs).map(([verb, meant]) => [`${store}: ${verb}`, meant] as const),
);

describe('what a function needs', () => {
  it('gives it the methods of its verbs; a call of another does not compile', async () => {
    const find = jest.fn(async () => undefined);
    const given: Services<{ rounds: 'find' }> = { rounds: { find } };
    await given.rounds.find('sanhehu', 'daily-close', '2026-08-24');
    // @ts-expect-error -- no verb of it gives writing
    expect(given.rounds.save).toBeUndefined();
    expect(find).toHaveBeenCalledTimes(1);
  });

  it.each(VERBS.filter(([name]) => /: (read|find|list|check|show)/.test(name)))(
    '%s grants no writing',
    (_, { may }) => {
      const actions = may.flatMap((grant) => ('actions' in grant ? grant.actions : [grant.on]));
      expect(actions.filter((action) => !/^(BatchGetItem|GetItem|Query|Scan)$/.test(action))).toEqual([]);
    },
  );

  it.each<[string, Needs, string[]]>([
    ['one that reads is told the table', { rounds: 'list' }, ['table']],
    ['one that starts requests is told their machine', { workflow: 'startRequests' }, ['requestMachine']],
    ['one that goes on with what waits is told nothing', { workflow: 'answerWaitingTasks' }, []],
    ['one that needs nothing is told nothing', {}, []],
  ])('%s', (_, needs, names) => {
    expect(namesTold(needs)).toEqual(names);
  });

  it('is refused by its name where nobody said what it means', () => {
    expect(() => grantsOf({ rounds: 'burn' } as unknown as Needs)).toThrow('there is no need rounds: burn');
  });
});
