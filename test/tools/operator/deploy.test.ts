import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployedStack } from '../../../adapters/deployed-stacks.js';
import type { Settings } from '../../../infra/settings.js';
import { readSettings } from '../../../infra/read-settings.js';
import { createSmallGridApp } from '../../../infra/small-grid-app.js';
import type { DeployPlace } from '../../../tools/operator/deploy-call.js';
import { deployCommand } from '../../../tools/operator/deploy-command.js';
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

/** GetTemplate answers `?` for whatever is not ASCII (the CDK's own mangleLikeCloudFormation says so). */
const toldByCloudFormation = (text: string): string => text.replaceAll(/[\u{80}-\u{10ffff}]/gu, '?');

/** What the app tells of its table: by its name, or what the data stack exports. */
function tableOf({ templates }: MadeStack): Record<string, string> {
  const { Outputs } = templates.get('') as { Outputs: Record<string, { Value: unknown } | undefined> };
  const told = Outputs['TableName'];
  if (told === undefined) return {};
  return { TableName: typeof told.Value === 'string' ? told.Value : 'small-grid-prod-records' };
}

const callsIn = (): readonly { args: string[]; region: string }[] =>
  existsSync(join(root, 'calls'))
    ? readFileSync(join(root, 'calls'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { args: string[]; region: string })
    : [];
const isCalled = (stack: string): boolean => callsIn().some(({ args }) => args.includes(stack));

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
  /** What CloudFormation says of it then; nothing: it does not answer. */
  readonly leaves?: string;
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
  leaves,
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
    if (isCalled(fails)) {
      if (leaves === undefined) throw new Error('socket hang up');
      return leaves === 'no stack' ? undefined : { status: leaves, account, outputs: {} };
    }
    const found = deployed.find(({ stack }) => stack === name);
    return found && { status, account, outputs: { Was: name, ...tableOf(found) } };
  };
  return {
    ...deployPlace(root, cdk),
    make: () => Promise.resolve(findings),
    made: () => now(),
    deployed: () => ({
      find: async (name) => there(name),
      templates: (name) =>
        Promise.resolve(
          changed(deployed, name, toldByCloudFormation).find(({ stack }) => stack === name)?.templates ??
            new Map<string, unknown>(),
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
  return { code, said: lines.join('\n'), calls: callsIn() };
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
    const { code, said, calls } = await deploy(
      { fails: 'SmallGridData', leaves: 'ROLLBACK_COMPLETE' },
      '--yes',
    );
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
      /continue-update-rollback --stack-name small-grid-prod-data --region eu-west-1/,
    ],
    [
      'what was begun could not be taken back, and can only be deleted',
      { status: 'ROLLBACK_FAILED' },
      ['--yes'],
      /delete-stack --stack-name small-grid-prod-data --region eu-west-1/,
    ],
    ['it is half deleted', { status: 'DELETE_FAILED' }, ['--yes'], /delete-stack/],
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

  it.each([
    ['it has taken it back', 'UPDATE_ROLLBACK_COMPLETE', 'has taken it back, and it is as it was before'],
    ['it is still at it', 'UPDATE_ROLLBACK_IN_PROGRESS', 'still going on (UPDATE_ROLLBACK_IN_PROGRESS)'],
    ['it could not take it back', 'UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
    ['the CDK failed after it, or before', 'UPDATE_COMPLETE', 'is not known (UPDATE_COMPLETE)'],
    ['the stack is gone', 'no stack', 'is not known'],
    ['it does not answer', undefined, 'is not known'],
  ] as const)('that failed is told as CloudFormation tells it: %s', async (_, leaves, words) => {
    const { code, said } = await deploy(
      { deployed: before(), fails: 'SmallGrid', ...(leaves && { leaves }) },
      '--yes',
    );
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said.includes('taken it back')).toBe(leaves === 'UPDATE_ROLLBACK_COMPLETE');
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
    expect(outputs()).toEqual({
      [DATA]: { Was: DATA },
      [APP]: { Was: APP, TableName: 'small-grid-prod-records' },
    });
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
    const { code, said, calls } = await deploy({ deployed }, '--yes', '--table', RESTORED);
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

  it.each([
    ['of everything', ['--yes', '--force']],
    ['of the app alone, back to an older commit', ['--yes', '--app-alone', '--at-once']],
    ['that names another table', ['--yes', '--table', RESTORED]],
  ])('is not left again by a deployment %s whose settings are behind', async (_, args) => {
    write({ table: RESTORED });
    const deployed = now();
    write({});
    const { code, said, calls } = await deploy({ deployed }, ...args);
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(said).toContain(
      `Functions work on ${RESTORED}, and would work on small-grid-prod-records afterwards`,
    );
    expect(said).toContain('--table small-grid-prod-records');
    expect(said).toContain('settings/prod.json');
  });

  it('is left again where somebody names the table that functions then work on', async () => {
    write({ table: RESTORED });
    const deployed = now();
    write({});
    const args = ['--app-alone', '--at-once', '--table', 'small-grid-prod-records'];
    const { code, calls } = await deploy({ deployed }, '--yes', ...args);
    expect({ code, count: calls.length }).toEqual({ code: 0, count: 1 });
  });

  it('is worked on before the first one may leave the stack, which exports it until then', async () => {
    const deployed = now();
    write({ table: RESTORED, ownTable: false });
    const { code, said, calls } = await deploy({ deployed }, '--yes', '--table', RESTORED);
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(said).toMatch(/still works on small-grid-prod-records[^]*--own-table yes/);
    expect(said).not.toContain('is exported');
  });

  it('has the first one leave the stack once that is given up, and then a later one take its place', async () => {
    write({ table: RESTORED });
    const both = now();
    write({ table: RESTORED, ownTable: false });
    expect(await deploy({ deployed: both }, '--yes')).toMatchObject({ code: 0 });
    const second = now();
    const third = 'small-grid-prod-records-3';
    write({ table: third, ownTable: false });
    expect(await deploy({ deployed: second }, '--yes', '--table', third)).toMatchObject({ code: 0 });
  });
});

describe('the key of the front door', () => {
  const shown = (doorKey?: number) => {
    write({ region: 'us-east-1', edge: { ...(doorKey && { doorKey }) } });
    return now();
  };
  /** As a release was that knew of one key alone. */
  const ofOneKey = () =>
    changed(shown(), APP, (text) => text.replaceAll('"Name":"small-grid-prod-door-2"', '"Name":"another"'));

  it.each([
    ['a second one before the first is deployed', () => shown(1), 3, 2],
    ['one from settings that are far behind', () => shown(5), 2, 4],
    ['another one where functions take one alone', ofOneKey, 2, 1],
  ])('is never %s, which functions would refuse', async (_, deployed, wanted, first) => {
    const before = deployed();
    shown(wanted);
    const { code, said, calls } = await deploy({ deployed: before }, '--yes', '--force');
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(said).toContain(`key number ${wanted}`);
    expect(said).toContain(`Deploy number ${first} first`);
  });

  it.each([
    ['the next one', () => shown(2), 3],
    ['the one before, again', () => shown(2), 1],
    ['any where no distribution was there yet', () => (write({ region: 'us-east-1' }), now()), 7],
  ])('is %s', async (_, deployed, wanted) => {
    const before = deployed();
    shown(wanted);
    expect(await deploy({ deployed: before }, '--yes')).toMatchObject({ code: 0 });
  });
});
