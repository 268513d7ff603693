import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTownCommand } from '../../../tools/operator/add-town-command.js';
import { caseFilesCommand } from '../../../tools/operator/case-files-command.js';
import { doctorCommand } from '../../../tools/operator/doctor-command.js';
import { findDeployment, machinesOf, outputOf } from '../../../tools/operator/deployment.js';
import { eraseCommand } from '../../../tools/operator/erase-command.js';
import { redriveCommand } from '../../../tools/operator/redrive-command.js';
import { exportTownCommand } from '../../../tools/operator/export-town-command.js';
import { restoreCommand } from '../../../tools/operator/restore-command.js';
import { rollbackCommand } from '../../../tools/operator/rollback-command.js';
import { rotateCommand } from '../../../tools/operator/rotate-command.js';
import { type Command, exitCodeOf, openDeployment } from '../../../tools/operator/run-command.js';

let root: string;
const region = process.env['AWS_REGION'];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deployment-'));
  mkdirSync(join(root, 'settings'));
  cpSync('settings', join(root, 'settings'), { recursive: true });
  write({
    'small-grid-prod-data': { TableName: 'prod-records' },
    'small-grid-prod-app': { TableName: 'prod-restored', VisitRoundStateMachineArn: 'arn:visits' },
    'small-grid-cn-app': { TableName: 'cn-records' },
  });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  if (region === undefined) delete process.env['AWS_REGION'];
  else process.env['AWS_REGION'] = region;
});

const write = (outputs: object) => writeFileSync(join(root, 'outputs.json'), JSON.stringify(outputs));
const placed = (stage: string) => ({
  stage,
  outputs: join(root, 'outputs.json'),
  settings: join(root, 'settings'),
});

async function call(command: Command, ...args: string[]) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await exitCodeOf(command, args, { out: say, err: say });
  return { code, said: lines.join('\n') };
}

describe('the deployment that a command works on', () => {
  it('is that of the stage, by the region of its settings and the outputs of its own stacks', async () => {
    process.env['AWS_REGION'] = 'us-west-2';
    const deployment = await findDeployment(placed('prod'));
    expect(deployment.stage).toEqual({ name: 'prod', region: 'eu-west-1' });
    expect(process.env['AWS_REGION']).toBe('eu-west-1');
    expect([...machinesOf(deployment)]).toEqual([['visit-round', 'arn:visits']]);
    expect(outputOf(await findDeployment(placed('cn')), 'TableName')).toBe('cn-records');
  });

  it('has the table that the app uses, another one than the data stack’s own after a restore', async () => {
    expect(outputOf(await findDeployment(placed('prod')), 'TableName')).toBe('prod-restored');
  });

  it.each([
    ['en', 'Stage prod, region eu-west-1'],
    ['zh-CN', '环境 prod，区域 eu-west-1'],
  ])('is named before anything is done to it, in %s', async (lang, expected) => {
    const said: string[] = [];
    await openDeployment(
      { ...placed('prod'), lang },
      { out: (line) => void said.push(line), err: () => undefined },
    );
    expect(said).toEqual([expected]);
  });

  it.each([
    ['of another stage', 'dev', 'small-grid-dev-app'],
    ['without settings', 'nowhere', 'nowhere.json: does not exist'],
  ])('cannot be one %s', async (_title, stage, expected) => {
    await expect(findDeployment(placed(stage))).rejects.toThrow(expected);
  });
});

describe.each([
  ['doctor', doctorCommand, []],
  ['redrive', redriveCommand, []],
  ['add-town', addTownCommand, ['towns/elmford']],
  ['export-town', exportTownCommand, ['sanhehu', 'nowhere']],
  ['restore', restoreCommand, ['--at', '2026-11-30T02:10:00+08:00']],
  ['rollback', rollbackCommand, []],
  ['rotate', rotateCommand, ['sanhehu']],
  ['erase', eraseCommand, ['towns/sanhehu', '--request', '58E6-G3B6']],
  ['case-files', caseFilesCommand, ['sanhehu', '--to', 'nowhere']],
] as const)('%s', (_name, command, args) => {
  it('takes no stage for granted', async () => {
    expect(await call(command, ...args, '--lang', 'en')).toEqual({
      code: 2,
      said: expect.stringContaining('--stage NAME'),
    });
    expect((await call(command, ...args, '--lang', 'zh-CN')).said).toContain('请指明环境');
  });

  it('says how the stage is deployed where no file tells of it', async () => {
    const { code, said } = await call(command, ...args, '--stage', 'dev', '--lang=en');
    expect(code).toBe(1);
    expect(said).toContain('There is no cdk.outputs.dev.json. Deploy with npm run deploy -- --stage dev');
  });

  it('ends with code 2 where an option is misspelt', async () => {
    const { code, said } = await call(command, ...args, '--stgae', 'prod', '--lang', 'zh-CN');
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/选项有误[^]*--stgae/) });
  });

  it.each(['en', 'zh-CN'])('explains itself in %s, and how a deployment is named', async (lang) => {
    const { code, said } = await call(command, '--help', '--lang', lang);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('--stage') });
  });
});

describe('a terminal without credentials', () => {
  it.each([
    ['en', /no credentials of AWS/],
    ['zh-CN', /没有 AWS 凭证/],
  ])('is told so in %s, and what to do', async (lang, words) => {
    const refused = Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    });
    const { code, said } = await call(() => Promise.reject(refused), '--lang', lang);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(words) as string });
  });
});

describe('erasing', () => {
  it.each([
    ['no person is named', ['towns/sanhehu']],
    ['a number is typed into the shell', ['towns/sanhehu', '--phone', '+8613800000001']],
    ['a person is named twice', ['towns/sanhehu', '--phone', '--request', '58E6-G3B6']],
    ['the moment is none', ['towns/sanhehu', '--phone', '--until', 'yesterday']],
  ])('does nothing where %s', async (_title, args) => {
    expect((await call(eraseCommand, ...args, '--stage', 'prod')).code).toBe(2);
  });
});
