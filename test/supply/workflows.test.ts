import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');

const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const jobSchema = z.looseObject({
  permissions: permissionsSchema,
  'timeout-minutes': z.number().max(90),
  environment: z.string().optional(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  steps: z.array(stepSchema).min(1),
});
const workflowSchema = z.looseObject({
  permissions: permissionsSchema,
  concurrency: z.looseObject({ group: z.string(), 'cancel-in-progress': z.unknown() }),
  jobs: z.record(z.string(), jobSchema),
});
const packageSchema = z.looseObject({
  engines: z.looseObject({ node: z.string() }),
  scripts: z.record(z.string(), z.string()),
});

const { engines, scripts } = packageSchema.parse(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
);
const FILES = readdirSync(FOLDER);

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const workflow = (file: string): z.infer<typeof workflowSchema> => workflowSchema.parse(parse(textOf(file)));
const jobsOf = (file: string) => Object.values(workflow(file).jobs);
const stepsOf = (file: string) => jobsOf(file).flatMap(({ steps }) => steps);
const commandsOf = (file: string): string[] =>
  stepsOf(file).flatMap(({ run }) => (run === undefined ? [] : run.trim().split('\n')));
const usesOf = (file: string, action: string) =>
  stepsOf(file).filter(({ uses }) => uses?.startsWith(`${action}@`));

describe.each(FILES)('the workflow %s', (file) => {
  it('takes each action at one commit, and says which version that is', () => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  it('has no secret, and leaves no token in the folder', () => {
    expect(textOf(file)).not.toMatch(/\bsecrets\b|aws-access-key|aws-secret|github\.token/i);
    const checkouts = usesOf(file, 'actions/checkout');
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
  });

  it('may do nothing but what each job names', () => {
    expect(workflow(file).permissions).toEqual({});
    const granted = jobsOf(file).flatMap(({ permissions }) => Object.entries(permissions).map(String));
    expect(granted.filter((one) => !['contents,read', 'id-token,write'].includes(one))).toEqual([]);
  });

  it('runs commands that exist', () => {
    const commands = commandsOf(file);
    const named = commands.flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const programs = commands.flatMap((line) =>
      [...line.matchAll(/npx (\S+)/g)].map(([, name = '']) => name),
    );
    expect(programs.filter((name) => !existsSync(join(ROOT, 'node_modules/.bin', name)))).toEqual([]);
    expect(
      commands.filter((line) => !/^(?:npm (?:ci|run) |npx cdk |pipx install \S+==|echo )/.test(line)),
    ).toEqual([]);
  });

  it('puts nothing that somebody typed into a command', () => {
    expect(commandsOf(file).filter((line) => line.includes('${{'))).toEqual([]);
  });
});

describe('the check', () => {
  it('runs all of .ci/run, with the oldest Node that will do and what functions run on', () => {
    expect(commandsOf('check.yml')).toContain('npm run check');
    const [{ strategy }] = jobsOf('check.yml') as [z.infer<typeof jobSchema>];
    expect(strategy?.matrix['node']).toEqual(['20', '22', '24']);
    expect(engines.node).toMatch(/^>=20\./);
  });

  it('gets no token of AWS', () => {
    expect(textOf('check.yml')).not.toContain('id-token');
  });
});

describe('the deployment', () => {
  const commands = commandsOf('deploy.yml');
  const at = (command: RegExp) => commands.findIndex((line) => command.test(line));

  it('refuses a sample, deploys, then has the doctor look', () => {
    const order = [/npm ci/, /setup -- --check/, /run deploy -- .*--yes/, /run doctor/].map(at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('names the stage in every command that reaches a deployment', () => {
    const reaching = commands.filter((line) => /npx cdk|npm run/.test(line));
    expect(reaching.filter((line) => !line.includes('$STAGE'))).toEqual([]);
  });

  it('waits for its environment, one at a time, and is never cut off', () => {
    const { concurrency } = workflow('deploy.yml');
    expect(jobsOf('deploy.yml').map(({ environment }) => environment)).toEqual(['${{ inputs.stage }}']);
    expect(concurrency).toEqual({ group: 'deploy-${{ inputs.stage }}', 'cancel-in-progress': false });
  });

  it('installs nothing that could ask for the token', () => {
    expect(commands[at(/npm ci/)]).toContain('--ignore-scripts');
    expect(usesOf('deploy.yml', 'actions/setup-node').map((step) => step.with?.['cache'])).toEqual([
      undefined,
    ]);
  });

  it('takes the role that its environment names, for the audience of its partition', () => {
    const [step] = usesOf('deploy.yml', 'aws-actions/configure-aws-credentials');
    expect(step?.with).toMatchObject({
      'role-to-assume': '${{ vars.DEPLOY_ROLE }}',
      audience: expect.stringContaining('sts.amazonaws.com.cn') as unknown,
    });
  });
});
