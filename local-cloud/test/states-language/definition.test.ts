import { DefinitionError } from '../../states-language/definition/problem.js';
import { readAcceptedDefinition, readDefinition } from '../../states-language/definition/read-definition.js';

function problems(definition: unknown): string[] {
  try {
    readDefinition(typeof definition === 'string' ? definition : JSON.stringify(definition));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    return thrown.problems.map(({ message, location }) => `${message} at ${location}`);
  }
}

const jsonata = { QueryLanguage: 'JSONata', StartAt: 'A' };
const pass = { Type: 'Pass', End: true };

function withState(state: object, more: object = {}) {
  return { ...jsonata, States: { A: state, ...more } };
}

describe('a definition is read whole', () => {
  it('every state type, inner states and the machine timeout are taken', () => {
    const inner = (name: string) => ({
      StartAt: name,
      States: { [name]: { ...pass, QueryLanguage: 'JSONata' } },
    });
    const machine = readDefinition(
      JSON.stringify({
        ...jsonata,
        Comment: 'all of them',
        Version: '1.0',
        TimeoutSeconds: 60,
        States: {
          A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }], Default: 'C' },
          B: { Type: 'Parallel', Branches: [inner('I'), inner('J')], Next: 'C' },
          C: {
            Type: 'Map',
            Items: [1],
            ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...inner('K') },
            Next: 'D',
          },
          D: { Type: 'Wait', Timestamp: '2026-03-02T09:00:00+08:00', Next: 'E' },
          E: {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution.sync:2',
            Arguments: { StateMachineArn: '{% $states.input.machine %}' },
            Next: 'F',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'G' }],
          },
          F: { Type: 'Succeed' },
          G: { Type: 'Fail', Error: 'E', Cause: '{% "why" %}' },
        },
      }),
    );
    expect(machine.timeoutSeconds).toBe(60);
    expect([...machine.states.keys()]).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
  });

  it('a machine may say JSONata on each state instead', () => {
    const { QueryLanguage: _, ...plain } = jsonata;
    expect(problems({ ...plain, States: { A: { ...pass, QueryLanguage: 'JSONata' } } })).toEqual([]);
  });
});

describe('a definition that an earlier version of this host took', () => {
  it('goes on running, whatever is refused today', async () => {
    const loop = { ...jsonata, States: { A: { Type: 'Pass', Output: '{% bare %}', Next: 'A' } } };
    expect(problems(loop)).not.toEqual([]);
    expect([...(await readAcceptedDefinition(JSON.stringify(loop))).states.keys()]).toEqual(['A']);
  });

  it('goes on calling a service without arguments', async () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
    expect(problems(withState(task))).not.toEqual([]);
    expect([...(await readAcceptedDefinition(JSON.stringify(withState(task)))).states.keys()]).toContain('A');
  });

  it('is an error when it cannot be run at all', async () => {
    await expect(readAcceptedDefinition(JSON.stringify(withState({ Type: 'Jump' })))).rejects.toThrow(
      DefinitionError,
    );
  });
});
