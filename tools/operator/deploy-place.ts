import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { deployedStacksOf, tableRestoreOf } from '../../adapters/operator-services.js';
import { judge } from '../templates/accepted.js';
import { cfnLint } from '../templates/cfn-lint.js';
import { readStacks } from '../templates/flattened.js';
import { synthesizeChecked } from '../templates/synthesize-checked.js';
import type { DeployPlace } from './deploy-call.js';
import { type Deployment, machinesOf } from './deployment.js';
import { outputsSchema } from './kept-outputs.js';
import { madeStacks } from './made-stacks.js';
import { servicesOf } from './run-command.js';
import { refusedUpgrade } from './upgrade.js';

/** The version that this repository pins, whatever else is installed. */
const CDK = 'node_modules/.bin/cdk';

/** How the command reaches AWS and the CDK from a folder of this repository. `cdk`: the CDK's command line. */
export function deployPlace(root: string, cdk = join(root, CDK)): DeployPlace {
  const assembly = join(root, 'dist/cdk.out');
  return {
    root,
    make: async (settings, isWatched) => {
      const { bundle } = await import('../bundle.js');
      await bundle(root);
      rmSync(assembly, { recursive: true, force: true });
      const found = synthesizeChecked(join(root, 'dist/fn'), assembly, settings, isWatched);
      return [...judge(found, /^AwsSolutions/).open, ...judge(cfnLint(assembly) ?? [], /^[EWI]\d/).open];
    },
    made: (stage) => madeStacks(assembly, stage),
    deployed: deployedStacksOf,
    upgrade: (deployment: Deployment) =>
      refusedUpgrade(servicesOf(deployment), machinesOf(deployment), readStacks(assembly)),
    hasTable: async (name) => (await tableRestoreOf().status(name)) === 'ACTIVE',
    cdk: (args, region) => runCdk(cdk, [...args, `--app=${assembly}`], { root, region }),
    commit: () => commitOf(root),
    ask: async (question) => {
      if (!process.stdin.isTTY) return undefined;
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      const typed = await lines.question(question);
      lines.close();
      return typed;
    },
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** What it says goes to the terminal as it says it; what its stacks tell comes by a file. */
async function runCdk(
  cdk: string,
  args: readonly string[],
  { root, region }: { readonly root: string; readonly region: string },
) {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-outputs-'));
  const file = join(folder, 'outputs.json');
  try {
    const child = spawn(cdk, [...args, `--outputs-file=${file}`], {
      cwd: root,
      env: { ...process.env, AWS_REGION: region },
      stdio: ['inherit', 'inherit', 'inherit'],
    });
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (ended) => resolve(ended ?? 1));
    });
    const outputs = existsSync(file) ? outputsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
    return { code, outputs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is unpacked without its history has none. */
function commitOf(root: string): ReturnType<DeployPlace['commit']> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return { id: git('rev-parse', '--short', 'HEAD'), isChanged: git('status', '--porcelain') !== '' };
  } catch {
    return undefined;
  }
}
