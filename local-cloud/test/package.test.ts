import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFileSync } from 'node:fs';

const PACKAGE = join(import.meta.dirname, '..');
const run = promisify(execFile);

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Manifest;

/** What a Pass with this output gives on the host at `endpoint`. */
async function outputOf(endpoint: string, output: string): Promise<unknown> {
  const call = async (operation: string, input: object) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const States = { Only: { Type: 'Pass', Output: output, End: true } };
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Only', States });
  const roleArn = 'arn:aws:iam::111111111111:role/machine';
  const { stateMachineArn } = await call('CreateStateMachine', { name: 'machine', definition, roleArn });
  const { executionArn } = await call('StartExecution', { stateMachineArn });
  return (await call('DescribeExecution', { executionArn }))['output'];
}

describe('the package', () => {
  let files: string[];
  beforeAll(async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], {
      cwd: PACKAGE,
    });
    // What its own script says comes first.
    const [packed] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as [{ files: { path: string }[] }];
    files = packed.files.map(({ path }) => path);
  });

  it('holds what it runs, its types and its papers, and nothing else', () => {
    const kinds = new Set(
      files.map((file) => file.replace(/^dist\/(?:types\/.*\.d\.m?ts|[\w-]+\.mjs)$/, 'dist')),
    );
    expect([...kinds].toSorted()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
  });

  it('holds every file that its manifest names', () => {
    const named = [
      ...Object.values(manifest.bin),
      ...Object.values(manifest.exports).flatMap((entry) => [entry.types, entry.default]),
    ];
    expect(files).toEqual(expect.arrayContaining(named.map((file) => file.replace(/^\.\//, ''))));
  });

  it('asks for the packages that it imports, and for no others', () => {
    const scripts = files.filter((file) => file.endsWith('.mjs'));
    const text = scripts.map((file) => readFileSync(join(PACKAGE, file), 'utf8')).join('\n');
    const imported = [...text.matchAll(/^(?:import .*|\} )from "([^"./][^"]*)";$/gm)]
      .map(([, name = '']) => name.replace(/^((?:@[^/]+\/)?[^/]+).*$/, '$1'))
      .filter((name) => !name.startsWith('node:'));
    const asked = Object.keys(manifest.dependencies);
    expect(asked).toEqual(expect.arrayContaining(imported));
    // Some are imported in the middle of the work.
    expect(asked.filter((name) => !new RegExp(`["']${name}["'/]`).test(text))).toEqual([]);
  });

  it('runs in plain Node, without an assembly', async () => {
    const program = join(PACKAGE, manifest.bin['local-cloud'] ?? '');
    const host = spawn(process.execPath, [program, '--memory', '--port', '0', '--aws-port', '0']);
    const [said] = (await once(host.stdout, 'data')) as [Buffer];
    const [, endpoint = ''] = /^local cloud ready {2}\(AWS endpoint (\S+)\)/.exec(said.toString()) ?? [];
    const response = await fetch(`${endpoint}/_local/health`);
    expect(await response.json()).toMatchObject({ status: 'ok', urls: [] });
    // An expression with a regular expression is evaluated in a thread, whose script lies beside the others.
    expect(await outputOf(endpoint, "{% $replace('a-b', /-/, '+') %}")).toBe('"a+b"');
    host.kill('SIGTERM');
    expect(await once(host, 'exit')).toEqual([0, null]);
  });

  it('tells its options', async () => {
    const program = join(PACKAGE, manifest.bin['local-cloud'] ?? '');
    const { stdout } = await run(process.execPath, [program, '--help']);
    for (const option of ['--assembly', '--port', '--aws-port', '--data', '--memory'])
      expect(stdout).toContain(`  ${option} `);
  });
});
