import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../infra/read-settings.js';
import { asProgram } from './as-program.js';
import { type Finding, judge, type Judgement } from './templates/accepted.js';
import { cfnLint } from './templates/cfn-lint.js';
import { synthesizeChecked } from './templates/synthesize-checked.js';

const CFN_LINT = /^[EWI]\d/;
const AWS_SOLUTIONS = /^AwsSolutions/;

/** The stages that have settings. */
const stages = (): string[] =>
  readdirSync('settings').flatMap((file) => (file.endsWith('.json') ? [file.replace(/\.json$/, '')] : []));

/** Says what is open and what is stale; answers how many. */
function tell(stage: string, tool: string, { open, stale }: Judgement): number {
  console.log(`${stage}: ${tool}: ${open.length} open, ${stale.length} reasons that nothing calls for`);
  for (const { rule, where, message } of open) console.log(`  ${rule}  ${where}\n    ${message}`);
  for (const reason of stale) console.log(`  stale: ${reason}`);
  return open.length + stale.length;
}

/** Synthesizes every stage as it is deployed, from existing bundles, and judges the tools' findings. */
function check(): void {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-templates-'));
  const linted: Finding[] = [];
  let wrong = 0;
  let isLinted = true;
  try {
    for (const stage of stages()) {
      const outdir = join(folder, stage);
      const found = synthesizeChecked('dist/fn', outdir, readSettings('settings', stage));
      // A stage without a console has less to accept.
      wrong += tell(stage, 'AWS Solutions', { ...judge(found, AWS_SOLUTIONS), stale: [] });
      const ofLint = cfnLint(outdir);
      isLinted &&= ofLint !== undefined;
      linted.push(...(ofLint ?? []));
    }
    linted.push(...(cfnLint('infra', ['deploy-role.yaml']) ?? []));
    if (isLinted) wrong += tell('all stages', 'cfn-lint', judge(linted, CFN_LINT));
    else console.log('cfn-lint is not installed: the templates were not linted');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (wrong > 0)
    throw new Error(
      'what is found is to be mended, or accepted with a reason in tools/templates/accepted.ts',
    );
}

asProgram(import.meta.url, () => Promise.resolve().then(check));
