import { ROLE, setup } from './setup.js';

function definitionOf(count: number): string {
  const states = Array.from({ length: count }, (_, n) => [
    `S${n}`,
    {
      Type: 'Pass',
      Output: `{% $states.input + ${n} - ${n} %}`,
      ...(n + 1 === count ? { End: true } : { Next: `S${n + 1}` }),
    },
  ]);
  const States: unknown = Object.fromEntries(states);
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S0', States });
}

/** How often others were let on until `work` was done. */
async function turnsOfOthers(work: Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false];
  const finished = work.finally(() => (done = true));
  const count = () => {
    turns += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  await finished;
  return turns;
}

describe('a definition of 6,000 states', () => {
  const definition = definitionOf(6_000);

  it('holds up nobody while it is checked, made and run', async () => {
    const host = setup();
    const call = (operation: string, input: Record<string, unknown>) => host.service.handle(operation, input);
    expect(await turnsOfOthers(call('ValidateStateMachineDefinition', { definition }))).toBeGreaterThan(3);
    const made = call('CreateStateMachine', { name: 'long', definition, roleArn: ROLE });
    expect(await turnsOfOthers(made)).toBeGreaterThan(3);
    const { stateMachineArn } = await made;
    const started = call('StartExecution', { stateMachineArn, input: '7' });
    expect(await turnsOfOthers(started)).toBeGreaterThan(10);
    expect(await host.output(String((await started).executionArn))).toBe(7);
  });

  it('is read for two that start at the same time', async () => {
    const host = setup();
    const { stateMachineArn } = await host.service.handle('CreateStateMachine', {
      name: 'long',
      definition: definitionOf(300),
      roleArn: ROLE,
    });
    const begin = () => host.service.handle('StartExecution', { stateMachineArn, input: '7' });
    const both = await Promise.all([begin(), begin()]);
    for (const { executionArn } of both) expect(await host.output(String(executionArn))).toBe(7);
  });
});

it('a definition that is nested more deeply than can be read is refused as one', async () => {
  const Output = `${'['.repeat(6_000)}${']'.repeat(6_000)}`;
  const definition = `{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":${Output},"End":true}}}`;
  const checked = await setup().service.handle('ValidateStateMachineDefinition', { definition });
  expect(checked).toMatchObject({ result: 'FAIL', diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED' }] });
  await expect(
    setup().service.handle('CreateStateMachine', { name: 'deep', definition, roleArn: ROLE }),
  ).rejects.toThrow('Definition is nested too deeply to be read');
});
