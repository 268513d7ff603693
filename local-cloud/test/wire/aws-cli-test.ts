import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answeredCalls } from './answered-calls.js';
import { AwsCli, awsCliVersion } from './aws-cli.js';
import { callOf, type Chain } from './case.js';
import { CHAINS } from './cases.js';
import { missingCalls } from './missing-calls.js';
import { namedCalls } from './named-calls.js';
import { ChainPlayer, type Played } from './play-chain.js';
import { hostSampleServices } from './sample-services.js';
import { triedCalls } from './tried-calls.js';

/** Drives every supported call of the local cloud with the AWS CLI of this machine, and fails when one does not hold. */

/** A run of the command takes most of a processor for most of a second. */
const SIDE_BY_SIDE = 2;

const NO_CLI = `there is no working \`aws\` command on the PATH. Install the AWS CLI, version 1 or 2:
https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html
or \`pip install awscli\``;

function show({ played, problems }: Played): void {
  const { service, call } = callOf(played);
  const expected = played.outcome.kind === 'refusal' ? played.outcome.code : 'answers';
  const verdict = problems.length === 0 ? 'ok' : 'PROBLEM';
  console.log(`${verdict.padEnd(8)} ${service.padEnd(15)} ${call.padEnd(32)} ${expected}`);
  if (problems.length > 0) console.log(`         aws ${played.command}`);
  for (const problem of problems) console.log(`         ${problem}`);
}

/** How many cases have problems. */
async function playAll(version: string): Promise<{ cases: number; wrong: number }> {
  const sample = await hostSampleServices();
  const cli = await AwsCli.at(sample.cloud.endpoint, sample.cloud.region, version);
  console.log(version);
  let cases = 0;
  let wrong = 0;
  try {
    const values = sample.values(cli.folder);
    const player = new ChainPlayer(cli, values, () => sample.cloud.clock.settled());
    const waiting = CHAINS.entries();
    const playOn = async () => {
      for (const [number, chain] of waiting satisfies Iterable<[number, Chain]>)
        await player.play(chain, number, (one) => {
          cases += 1;
          if (one.problems.length > 0) wrong += 1;
          show(one);
        });
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, playOn));
  } finally {
    await sample.close();
    await cli.remove();
  }
  return { cases, wrong };
}

/** Where the documentation's table of calls, the code and the cases differ. */
async function tableProblems(): Promise<string[]> {
  const documented = namedCalls(
    await readFile(join(import.meta.dirname, '../../../docs/local-cloud.md'), 'utf8'),
  );
  const answered = answeredCalls();
  return [
    ...missingCalls(answered, documented).map(
      (call) => `${call} is answered, and not in docs/local-cloud.md`,
    ),
    ...missingCalls(documented, answered).map(
      (call) => `${call} is in docs/local-cloud.md, and not answered`,
    ),
    ...missingCalls(documented, triedCalls(CHAINS)).map((call) => `${call} is not tried`),
  ];
}

async function run(): Promise<number> {
  const version = await awsCliVersion();
  if (version === undefined) {
    console.error(NO_CLI);
    return 2;
  }
  const { cases, wrong } = await playAll(version);
  const table = await tableProblems();
  for (const problem of table) console.log(`PROBLEM  ${problem}`);
  const calls = [...answeredCalls().values()].reduce((sum, { size }) => sum + size, 0);
  console.log(`${calls} calls, ${cases} cases, ${wrong + table.length} problems  (${version})`);
  return wrong + table.length === 0 ? 0 : 1;
}

process.exitCode = await run();
