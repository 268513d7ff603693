import { parseArgs } from 'node:util';
import { killRun } from '../test/durability/kill-run.js';
import { join } from 'node:path';
import { currentAssembly } from './assembly.js';

/**
 * Kills the host with SIGKILL at random moments of a load, with `--disk` while its disk fills and empties, and fails
 * when anything is lost or done twice.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string' },
    disk: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
await currentAssembly(join(import.meta.dirname, '..'), () => console.log('bundling and synthesizing'));
const began = performance.now();
const report = await killRun({
  kills: Number(values.kills),
  seed,
  disk: values.disk,
  onKill: (kill, what) => {
    if (kill % 10 === 0) console.log(`${kill} kills (the last ${what})`);
  },
});
const { problems, lostTexts, doubledTexts, ...figures } = report;
console.log(JSON.stringify({ ...figures, seconds: Math.round((performance.now() - began) / 1000) }, null, 2));
for (const problem of problems) console.error(`PROBLEM ${problem}`);
for (const text of lostTexts) console.error(`LOST TEXT ${text}`);
for (const text of doubledTexts) console.log(`text twice  ${text}`);
// SNS has no way to send an SMS once only: whoever dies between its answer and the mark of the text sends it again.
console.log(
  `${problems.length} problems, ${lostTexts.length} texts lost, ` +
    `${doubledTexts.length} sent twice by a process killed before it could mark them`,
);
process.exitCode = problems.length + lostTexts.length === 0 ? 0 : 1;
