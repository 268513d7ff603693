import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { currentAssembly } from './assembly.js';
import { startDynamoDbLocal } from './dynamodb-local.js';
import { readSampleTowns } from './sample-towns.js';

const ROOT = join(import.meta.dirname, '..');
const ON_DYNAMODB_LOCAL = '--dynamodb-local';

/** A file that could not be run is a failure too, though no test in it was counted. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly exitCode: number;
}

function jest(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const program = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      CDK_VALIDATION: 'false',
      ...environment,
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'small-grid-test-'));
  const file = join(folder, 'report.json');
  try {
    const exitCode = await jest([...args, '--json', `--outputFile=${file}`], {
      SAMPLE_TOWNS: await readSampleTowns(ROOT),
      ...environment,
    });
    const report = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      exitCode,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const namesFiles = (args: readonly string[]): boolean => args.some((argument) => !argument.startsWith('-'));

/** The stories once more, or those that are named, on Amazon's own DynamoDB Local instead of the embedded database. */
async function runOnDynamoDbLocal(args: readonly string[]): Promise<Outcome> {
  const database = await startDynamoDbLocal();
  try {
    return await run(namesFiles(args) ? args : ['test/stories', ...args], {
      DYNAMODB_ENDPOINT: database.endpoint,
    });
  } finally {
    await database.stop();
  }
}

const given = process.argv.slice(2);
const args = given.filter((argument) => argument !== ON_DYNAMODB_LOCAL);
await currentAssembly(ROOT, () => console.log('sources changed: bundling and synthesizing'));
const { passed, failed, exitCode } = await (given.includes(ON_DYNAMODB_LOCAL)
  ? runOnDynamoDbLocal(args)
  : run(args));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = exitCode === 0 && failed > 0 ? 1 : exitCode;
