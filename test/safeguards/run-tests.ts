import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { namePattern } from './safeguard.js';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

export interface RunTest {
  readonly title: string;
  readonly status: string;
  readonly failure: string;
}

/** Which tests ran in a tree, and why a file could not be run. */
export interface TestRun {
  readonly tests: readonly RunTest[];
  readonly trouble: string;
}

/** These play the assembly, which is synthesized anew where what it is made of changed. */
const ON_ASSEMBLY = /^test\/(stories|durability|permissions|browser)\//;

function node(folder: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      CDK_VALIDATION: 'false',
    },
  });
  let said = '';
  const hear = (part: Buffer): void => void (said += part.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs the tests of these titles in a tree of the project. */
export async function runTests(
  folder: string,
  files: readonly string[],
  titles: readonly string[],
): Promise<TestRun> {
  if (files.some((file) => ON_ASSEMBLY.test(file))) {
    const made = await node(folder, ['--import', 'tsx', 'tools/assembly.ts']);
    if (made.code !== 0) return { tests: [], trouble: made.said };
  }
  const report = join(folder, 'safeguards-report.json');
  const { said } = await node(folder, [
    'node_modules/jest/bin/jest.js',
    '--runTestsByPath',
    ...files,
    `--testNamePattern=${namePattern(titles)}`,
    '--json',
    `--outputFile=${report}`,
  ]);
  try {
    return outcome(reportSchema.parse(JSON.parse(readFileSync(report, 'utf8'))));
  } catch {
    return { tests: [], trouble: said };
  } finally {
    rmSync(report, { force: true });
  }
}

function outcome({ testResults }: z.infer<typeof reportSchema>): TestRun {
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'pending')
    .map(({ title, status, failureMessages }) => ({ title, status, failure: failureMessages.join('\n') }));
  const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return { tests, trouble: broken.map(({ message }) => message).join('\n') };
}
