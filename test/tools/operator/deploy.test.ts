import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployedStack } from '../../../adapters/deployed-stacks.js';
import type { Settings } from '../../../infra/settings.js';
import { readSettings } from '../../../infra/read-settings.js';
import { createSmallGridApp } from '../../../infra/small-grid-app.js';
import { deployCommand, type DeployPlace } from '../../../tools/operator/deploy-command.js';
import { deployPlace } from '../../../tools/operator/deploy-place.js';
import { type MadeStack, madeStacks } from '../../../tools/operator/made-stacks.js';
import { exitCodeOf } from '../../../tools/operator/run-command.js';
import { standInBundles } from '../../infra/synthesized.js';

const STAGE = {
  stage: 'prod',
  region: 'eu-west-1',
  account: '222222222222',
  alarms: { mail: 'on-call@example.org' },
};
const [DATA, APP] = ['small-grid-prod-data', 'small-grid-prod-app'] as const;

let made: string;
let root: string;
const region = process.env['AWS_REGION'];
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'small-grid-made-'));
});
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
  if (region === undefined) delete process.env['AWS_REGION'];
  else process.env['AWS_REGION'] = region;
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-deploy-'));
  mkdirSync(join(root, 'settings'));
  write({});
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (settings: object): void =>
  writeFileSync(join(root, 'settings/prod.json'), JSON.stringify({ ...STAGE, ...settings }));

const assemblies = new Map<string, readonly MadeStack[]>();
/** The stacks of these settings, made once for all tests. */
function stacksOf(settings: Settings): readonly MadeStack[] {
  const key = JSON.stringify(settings);
  const known = assemblies.get(key);
  if (known) return known;
  const folder = mkdtempSync(join(made, 'of-'));
  createSmallGridApp({ bundles: standInBundles(folder), outdir: join(folder, 'cdk.out'), settings }).synth();
  const stacks = madeStacks(join(folder, 'cdk.out'), settings.stage);
  assemblies.set(key, stacks);
  return stacks;
}
const now = (): readonly MadeStack[] => stacksOf(readSettings(join(root, 'settings'), 'prod'));

/** As it would be after a change of a template; nothing else is touched. */
function changed(stacks: readonly MadeStack[], stack: string, how: (text: string) => string): MadeStack[] {
  return stacks.map((one) =>
    one.stack === stack
      ? {
          ...one,
          templates: new Map(
            [...one.templates].map(([place, template]) => [
              place,
              JSON.parse(how(JSON.stringify(template))) as unknown,
            ]),
          ),
        }
      : one,
  );
}

interface Around {
  /** What is deployed; nothing yet. */
  readonly deployed?: readonly MadeStack[];
  readonly status?: string;
  readonly account?: string;
  readonly isBootstrapped?: boolean;
  readonly types?: string;
  readonly inFlight?: readonly string[];
  readonly hasTable?: boolean;
  /** Of which stack the CDK says that it failed. */
  readonly fails?: string;
  readonly findings?: Awaited<ReturnType<DeployPlace['make']>>;
}

/** A place whose CDK is a process that writes down how it was called, and tells outputs as the CDK does. */
function placeOf({
  deployed = [],
  status = 'UPDATE_COMPLETE',
  account = STAGE.account,
  isBootstrapped = true,
  types,
  inFlight = [],
  hasTable = true,
  fails = 'none',
  findings = [],
}: Around): DeployPlace {
  const cdk = join(root, 'cdk');
  writeFileSync(
    cdk,
    `#!/usr/bin/env node
const { appendFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync('calls', JSON.stringify({ args: args.filter((arg) => !/^--(app|outputs-file)=/.test(arg)), region: process.env.AWS_REGION }) + '\\n');
if (args.includes('${fails}')) process.exit(1);
const stack = { SmallGridData: '${DATA}', SmallGrid: '${APP}' }[args[1]];
writeFileSync(args.find((arg) => arg.startsWith('--outputs-file=')).slice(15), JSON.stringify({ [stack]: { Of: args[1] } }));
`,
  );
  chmodSync(cdk, 0o755);
  const there = (name: string): DeployedStack | undefined => {
    if (name === 'CDKToolkit') return isBootstrapped ? { status, account, outputs: {} } : undefined;
    return deployed.some(({ stack }) => stack === name)
      ? { status, account, outputs: { Was: name } }
      : undefined;
  };
  return {
    ...deployPlace(root, cdk),
    make: () => Promise.resolve(findings),
    made: () => now(),
    deployed: () => ({
      find: (name) => Promise.resolve(there(name)),
      templates: (name) =>
        Promise.resolve(
          deployed.find(({ stack }) => stack === name)?.templates ?? new Map<string, unknown>(),
        ),
    }),
    upgrade: () => Promise.resolve({ inFlight, table: [] }),
    hasTable: () => Promise.resolve(hasTable),
    ask: () => Promise.resolve(types),
    today: () => '2026-12-01',
  };
}

async function deploy(around: Around, ...args: string[]) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const place = placeOf(around);
  const code = await exitCodeOf(
    (given, said) => deployCommand(given, said, place),
    ['--stage', 'prod', '--lang', 'en', ...args],
    { out: say, err: say },
  );
  const calls = existsSync(join(root, 'calls'))
    ? readFileSync(join(root, 'calls'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { args: string[]; region: string })
    : [];
  return { code, said: lines.join('\n'), calls };
}

const outputs = () => JSON.parse(readFileSync(join(root, 'cdk.outputs.prod.json'), 'utf8')) as unknown;

describe('a first deployment', () => {
  it('makes the data and then the app, keeps where everything is, and says what only people can do', async () => {
    const { code, said, calls } = await deploy({}, '--yes');
    expect(code).toBe(0);
    expect(calls).toEqual([
      { args: ['deploy', 'SmallGridData', '--exclusively', '--require-approval=never'], region: 'eu-west-1' },
      {
        args: [
          'deploy',
          'SmallGrid',
          '--exclusively',
          '--require-approval=never',
          '--rollback-trigger-alarm-arns=none',
        ],
        region: 'eu-west-1',
      },
    ]);
    expect(outputs()).toEqual({ [DATA]: { Of: 'SmallGridData' }, [APP]: { Of: 'SmallGrid' } });
    expect(said).toMatch(/small-grid-prod-data: is made\n {2}.*tables \(1\).*queues \(2\)/);
    expect(said).toMatch(/small-grid-prod-app: is made\n {2}.*functions \(\d+\)/);
    expect(said).toContain('Add the town: npm run add-town');
    expect(said).toContain('npm run doctor -- --stage prod');
  });

  it('makes no app where the data could not be made', async () => {
    const { code, said, calls } = await deploy({ fails: 'SmallGridData' }, '--yes');
    expect(code).toBe(1);
    expect(calls).toHaveLength(1);
    expect(said).toContain('small-grid-prod-data was not made, and leaves nothing behind');
    expect(existsSync(join(root, 'cdk.outputs.prod.json'))).toBe(false);
  });
});

describe('a deployment', () => {
  const before = () => changed(now(), APP, (text) => text.replace(/"MemorySize":512/, '"MemorySize":511'));

  it('says what changes and that no data are touched, asks, and leaves alone what is as it was', async () => {
    const { code, said, calls } = await deploy({ deployed: before(), types: 'yes' });
    expect(code).toBe(0);
    expect(said).toContain('small-grid-prod-data: nothing changes');
    expect(said).toMatch(
      /small-grid-prod-app:\n {2}changes functions \(\d+\): [^]*nothing that holds data is touched/,
    );
    expect(calls.map(({ args }) => args[1])).toEqual(['SmallGrid']);
    expect(outputs()).toEqual({ [DATA]: { Was: DATA }, [APP]: { Of: 'SmallGrid' } });
    expect(said).toContain('git tag deployed-prod-2026-12-01');
    expect(said).not.toContain('Add the town');
  });

  it.each([
    ['nobody answers', {}, [], /nobody answers here/],
    ['the answer is no', { types: 'no' }, [], /Not deployed\.$/],
    ['only a look is wanted', {}, ['--dry-run'], /Nothing was deployed \(--dry-run\)/],
    ['it is going on already', { status: 'UPDATE_IN_PROGRESS' }, ['--yes'], /is being deployed already/],
    [
      'it stands between two versions',
      { status: 'UPDATE_ROLLBACK_FAILED' },
      ['--yes'],
      /continue-update-rollback/,
    ],
    [
      'the credentials are of another account',
      { account: '333333333333' },
      ['--yes'],
      /of the account 333333333333/,
    ],
    [
      'the region is not prepared',
      { isBootstrapped: false },
      ['--yes'],
      /npx cdk bootstrap aws:\/\/222222222222\/eu-west-1/,
    ],
    [
      'the templates have something to mend',
      { findings: [{ rule: 'AwsSolutions-S1', where: 'SmallGrid/Files', message: 'no log' }] },
      ['--yes'],
      /AwsSolutions-S1[^]*1 thing to mend/,
    ],
    [
      'executions in flight need what goes',
      { inFlight: ['assign-request: is gone'] },
      ['--yes'],
      /assign-request: is gone[^]*--force/,
    ],
  ] as const)('touches nothing where %s', async (_, around, args, words) => {
    const { said, calls } = await deploy({ deployed: before(), ...around }, ...args);
    expect(calls).toEqual([]);
    expect(said).toMatch(words);
  });

  it('of functions alone is watched by alarms that are there, as many as CloudFormation takes, and taken back by them', async () => {
    const { said, calls } = await deploy({ deployed: before() }, '--yes');
    const arns = (calls[0]?.args ?? []).flatMap(
      (arg) => /^--rollback-trigger-alarm-arns=(.*)$/.exec(arg)?.[1] ?? [],
    );
    expect(arns).toEqual(
      ['Attention', 'RequestsStopped', 'StaffWorkStopped', 'ApiFails', 'TextNotTaken'].map(
        (id) => `arn:aws:cloudwatch:eu-west-1:222222222222:alarm:small-grid-prod-${id}`,
      ),
    );
    expect(calls[0]?.args).toContain('--monitoring-time-minutes=10');
    expect(said).toContain('watches the alarms for 10 minutes');
  });

  it('is watched by no alarm that it makes or takes away, and by none where it is to mend what is raised', async () => {
    const without = changed(before(), APP, (text) =>
      text.replace('"AlarmName":"small-grid-prod-ApiFails"', '"AlarmName":"small-grid-prod-Other"'),
    );
    const { calls } = await deploy({ deployed: without }, '--yes');
    expect(JSON.stringify(calls)).not.toContain('ApiFails');
    rmSync(join(root, 'calls'));
    const atOnce = await deploy({ deployed: before() }, '--yes', '--at-once');
    expect(atOnce.calls[0]?.args).toContain('--rollback-trigger-alarm-arns=none');
    expect(JSON.stringify(atOnce.calls)).not.toContain('monitoring-time');
  });

  it('takes from executions in flight only what somebody says in as many words', async () => {
    const inFlight = ['assign-request: is gone'];
    const { code, calls } = await deploy({ deployed: before(), inFlight }, '--yes', '--force');
    expect({ code, count: calls.length }).toEqual({ code: 0, count: 1 });
  });

  it('never replaces or leaves behind what is kept, whatever is said', async () => {
    const deployed = changed(now(), DATA, (text) =>
      text.replaceAll('"TableName":"small-grid-prod-records"', '"TableName":"small-grid-prod-kept"'),
    );
    const { code, said, calls } = await deploy({ deployed }, '--yes', '--force');
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(said).toMatch(/REPLACES tables[^]*TOUCHES WHAT HOLDS DATA: records \(REPLACES TableName\)/);
    expect(said).toContain('would lose or leave behind what is kept');
  });

  it('has nothing to do where everything is as it would be made, but says where everything is', async () => {
    const { code, said, calls } = await deploy({ deployed: now() });
    expect({ code, calls }).toEqual({ code: 0, calls: [] });
    expect(said).toContain('Nothing to deploy');
    expect(outputs()).toEqual({ [DATA]: { Was: DATA }, [APP]: { Was: APP } });
  });

  it('of the app alone leaves the data of a newer version as they are', async () => {
    const deployed = changed(before(), DATA, (text) =>
      text.replace('"IndexName":"held"', '"IndexName":"newer"'),
    );
    const { code, said, calls } = await deploy({ deployed }, '--yes', '--app-alone');
    expect(code).toBe(0);
    expect(calls.map(({ args }) => args[1])).toEqual(['SmallGrid']);
    expect(said).not.toContain(DATA);
  });

  it('is refused for a sample and without a stage', async () => {
    write({ sample: '示例' });
    expect(await deploy({}, '--yes')).toMatchObject({
      code: 1,
      calls: [],
      said: expect.stringContaining('is a sample') as string,
    });
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const code = await exitCodeOf((args, to) => deployCommand(args, to, placeOf({})), ['--lang', 'zh-CN'], {
      out: say,
      err: say,
    });
    expect({ code, said }).toEqual({ code: 2, said: [expect.stringContaining('请指明环境')] });
  });
});

describe('a table that was restored', () => {
  const RESTORED = 'small-grid-prod-records-2';

  it('is taken into the data stack, as it is, by the deployment that has the app work on it', async () => {
    const deployed = now();
    write({ table: RESTORED });
    const { code, said, calls } = await deploy({ deployed }, '--yes');
    expect(code).toBe(0);
    expect(calls[0]?.args).toEqual([
      'deploy',
      'SmallGridData',
      '--exclusively',
      '--require-approval=never',
      '--import-existing-resources',
    ]);
    expect(calls[1]?.args).not.toContain('--import-existing-resources');
    expect(said).toMatch(/adds tables \(1\): records-2/);
  });

  it('is not made where there is none of that name', async () => {
    const deployed = now();
    write({ table: RESTORED });
    const { code, said, calls } = await deploy({ deployed, hasTable: false }, '--yes');
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(said).toContain(`no table ${RESTORED}`);
  });

  it('has the first one leave the stack once that is given up, and then a later one take its place', async () => {
    write({ table: RESTORED });
    const both = now();
    write({ table: RESTORED, ownTable: false });
    expect(await deploy({ deployed: both }, '--yes')).toMatchObject({ code: 0 });
    const second = now();
    write({ table: 'small-grid-prod-records-3', ownTable: false });
    expect(await deploy({ deployed: second }, '--yes')).toMatchObject({ code: 0 });
  });
});
