import { grantsOf, namesTold, NEEDS } from '../../adapters/needs.js';
import type { Needs, Services } from '../../adapters/services.js';

type Verb = (typeof NEEDS)[keyof typeof NEEDS] extends Record<string, infer V> ? V : never;
const VERBS = Object.entries(NEEDS).flatMap(([store, verbs]) =>
  Object.entries<Verb>(verbs).map(([verb, meant]) => [`${store}: ${verb}`, meant] as const),
);

/** Never called: that it compiles is the test. */
export async function takes({ rounds }: Services<{ rounds: 'find' | 'list' }>): Promise<void> {
  await rounds.find('sanhehu', 'daily-close', '2026-08-24');
  await rounds.latest('sanhehu', 'daily-close');
  // @ts-expect-error -- no verb of the function gives writing
  await rounds.save({});
}

describe('what a function needs', () => {
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
