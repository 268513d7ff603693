import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { lambda, ref, resting, table, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';
import { callJson } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

const outputs = { Machine: { Value: ref('Machine') } };

/** A cloud of one function, anew for each test: what a call of it answers, and how files beside its module are written. */
function useCounting(simulation: { readonly seed: string } | undefined) {
  let assembly: SampleAssembly;
  let cloud: LocalCloud;
  beforeEach(async () => {
    assembly = writeAssembly({ ...table, ...lambda('Count', 'count', []) });
    cloud = await createLocalCloud({
      assembly: assembly.directory,
      clock: 'manual',
      start: START,
      simulation,
    });
  });
  afterEach(async () => {
    await cloud.close();
    assembly.remove();
  });

  const called = async () => JSON.parse((await cloud.invoke('Count', {})).payload) as unknown;
  /** Files beside the module, and the module itself. */
  const write = (files: Readonly<Record<string, string>>) => {
    const [{ file } = { file: '' }] = cloud.functions();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(file, '..', name), text);
    cloud.renew('Count');
  };
  return { called, write };
}

describe.each([
  ['a function in a thread of its own', undefined],
  ['a function in the thread of the host', { seed: 'of the test' }],
])('the module of %s that is replaced', (_where, simulation) => {
  const { called, write } = useCounting(simulation);
  const replace = (answer: string) =>
    write({ 'index.mjs': `export const count = async () => ${JSON.stringify(answer)};` });

  it('runs from the next call on', async () => {
    expect(await called()).toBe(1);
    expect(await called()).toBe(2);
    replace('anew');
    expect(await called()).toBe('anew');
  });

  it('does not disturb a call that is under way, and is run by the one after it', async () => {
    await called();
    const before = called();
    await new Promise(setImmediate);
    replace('anew');
    expect(await before).toBe(2);
    expect(await called()).toBe('anew');
  });
});

describe.each([
  ['in a thread of its own', undefined],
  ['in the thread of the host', { seed: 'of the test' }],
])('what lies beside the module of a function %s', (_where, simulation) => {
  const { called, write } = useCounting(simulation);

  it.each([
    [
      'required where it is needed',
      `import { createRequire } from 'node:module';
       const load = createRequire(import.meta.url);
       export const count = async () => load('./later.cjs').answer();`,
    ],
    [
      'imported where it is needed',
      `export const count = async () => (await import('./later.cjs')).answer();`,
    ],
    [
      'imported at the start',
      `import { answer } from './later.cjs';\nexport const count = async () => answer();`,
    ],
  ])('is found, and runs with the variables and the output of the function: %s', async (_how, module) => {
    const answer = 'exports.answer = () => process.env.OWN;';
    write({ 'later.cjs': answer, 'index.mjs': module });
    expect(await called()).toBe('value');
  });

  it('runs once an environment, and is read anew once the module is replaced', async () => {
    const module = `import { createRequire } from 'node:module';
      export const count = async () => createRequire(import.meta.url)('./later.cjs').next();`;
    const counting = (from: number) => `let n = ${from};\nexports.next = () => (n += 1);`;
    write({ 'later.cjs': counting(0), 'index.mjs': module });
    expect([await called(), await called()]).toEqual([1, 2]);
    write({ 'later.cjs': counting(10) });
    expect(await called()).toBe(11);
  });

  it('says what is wrong with it to whoever calls', async () => {
    write({
      'later.cjs': "throw new TypeError('nothing to see');",
      'index.mjs': `export const count = async () => (await import('./later.cjs')).answer();`,
    });
    expect(await called()).toMatchObject({ errorType: 'TypeError', errorMessage: 'nothing to see' });
  });
});

describe('an assembly that is hosted in place of another', () => {
  let [former, next]: SampleAssembly[] = [];
  let data: string;
  let cloud: LocalCloud;
  beforeEach(async () => {
    former = writeAssembly({ ...table, ...resting(600), ...lambda('Count', 'count', []) }, outputs);
    data = mkdtempSync(join(tmpdir(), 'local-cloud-redeploy-'));
    cloud = await open(data);
  });
  afterEach(async () => {
    await cloud.close();
    for (const assembly of [former, next]) assembly?.remove();
    rmSync(data, { recursive: true });
  });

  const open = (folder: string | undefined) =>
    createLocalCloud({
      assembly: former?.directory ?? '',
      data: folder,
      clock: 'manual',
      start: START,
      logLevel: 'silent',
    });
  const execution = () => `${cloud.outputs['Machine']?.replace(':stateMachine:', ':execution:')}:one`;
  const status = async () => {
    const { body } = await callJson(cloud, 'AWSStepFunctions.DescribeExecution', {
      executionArn: execution(),
    });
    return body['status'];
  };

  it('has its functions, the clock, the addresses and what was under way before', async () => {
    await callJson(cloud, 'AWSStepFunctions.StartExecution', {
      stateMachineArn: cloud.outputs['Machine'],
      name: 'one',
    });
    await cloud.clock.advance(60_000);
    const { endpoint } = cloud;
    next = writeAssembly({ ...table, ...resting(600), ...lambda('Other', 'count', []) }, outputs);
    await cloud.redeploy(next.directory);
    expect(cloud.endpoint).toBe(endpoint);
    expect(cloud.clock.now()).toBe(START + 60_000);
    expect(cloud.functions().map(({ logicalId }) => logicalId)).toEqual(['Other']);
    expect(await status()).toBe('RUNNING');
    await cloud.clock.advance(540_000);
    expect(await status()).toBe('SUCCEEDED');
  });

  it('that cannot be hosted leaves the former one where it was, and says why', async () => {
    next = writeAssembly({ ...table, Wrong: { Type: 'AWS::Nothing::AtAll', Properties: {} } });
    await expect(cloud.redeploy(next.directory)).rejects.toThrow('AWS::Nothing::AtAll');
    expect(cloud.functions().map(({ logicalId }) => logicalId)).toEqual(['Count']);
    expect(JSON.parse((await cloud.invoke('Count', {})).payload)).toBe(1);
  });

  it('is refused where nothing is kept', async () => {
    const unkept = await open(undefined);
    try {
      await expect(unkept.redeploy(former?.directory ?? '')).rejects.toThrow('without a data folder');
    } finally {
      await unkept.close();
    }
  });
});
