import * as fc from 'fast-check';
import { fold } from '../../states-language/execution/change.js';
import type { Entry } from '../../states-language/execution/change.js';
import { notStarted } from '../../states-language/execution/execution-state.js';
import {
  NO_VARIABLES,
  variableIn,
  withAssigned,
  type Variables,
} from '../../states-language/execution/variables.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';
import { decide } from '../../states-language/engine/decide.js';

const facts = {
  arn: 'arn:execution',
  name: 'execution',
  machineArn: 'arn:machine',
  machineName: 'machine',
  roleArn: 'arn:role',
  region: 'us-east-1',
  input: {},
  startedAt: 0,
};

describe('variables', () => {
  it('hold what was assigned last, in few layers', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'toString');
    fc.assert(
      fc.property(fc.array(fc.dictionary(names, fc.integer())), (assignments) => {
        let variables: Variables = NO_VARIABLES;
        const plain = new Map<string, number>();
        for (const assigned of assignments) {
          variables = withAssigned(variables, assigned);
          for (const [name, value] of Object.entries(assigned)) plain.set(name, value);
        }
        for (const name of ['a', 'b', 'c', 'd', '__proto__', 'toString'])
          expect(variableIn(variables, name)).toBe(plain.get(name));
      }),
    );
  });

  it('do not cost more the more there are', async () => {
    const bytesOf = async (count: number) => {
      const states = Array.from({ length: count }, (_, n) => [
        `S${n}`,
        {
          Type: 'Pass',
          Assign: { [`v${n}`]: n },
          ...(n + 1 === count ? { End: true } : { Next: `S${n + 1}` }),
        },
      ]);
      const definition = {
        QueryLanguage: 'JSONata',
        StartAt: 'S0',
        States: Object.fromEntries(states) as object,
      };
      const chance = { random: () => 0, uuid: () => '', token: () => '' };
      const machine = readDefinition(JSON.stringify(definition));
      const { entries, state } = await decide(machine, notStarted(facts), { kind: 'start' }, 0, chance);
      expect(state.status).toBe('SUCCEEDED');
      expect(fold(notStarted(facts), entries)).toEqual(state);
      return JSON.stringify(entries).length;
    };
    expect(await bytesOf(1_000)).toBeLessThan(4.2 * (await bytesOf(250)));
  });

  it('that an earlier version stored as one object are read', () => {
    const blank = { path: [], index: 0, iteration: false, previous: 0, exited: 0, results: {}, joined: 0 };
    const history = [
      { changes: [{ to: 'begin', thread: 'root', as: { ...blank, failures: 0, variables: {} } }] },
      { changes: [{ to: 'thread', thread: 'root', set: { variables: { a: 1, b: 2 }, exited: 3 } }] },
      { changes: [{ to: 'assign', thread: 'root', variables: { b: 3 } }] },
    ] as unknown as Entry[];
    const variables = fold(notStarted(facts), history).threads.get('root')?.variables ?? [];
    expect(['a', 'b', 'c'].map((name) => variableIn(variables, name))).toEqual([1, 3, undefined]);
  });
});
