import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonToKeep } from '../test/permissions/asked-by-aws.js';
import { goesWithAnother } from '../test/permissions/granted-together.js';
import { GrantedAssembly } from '../test/permissions/grants.js';
import { neededGrants, type Needs } from '../test/permissions/needed-grants.js';
import { currentAssembly } from './assembly.js';
import type { GrantToTry } from './grants-test/try-grants.js';

/**
 * Removes each grant of each role in turn and fails unless a story fails; grants that nothing needs are an error. With
 * words, only grants that contain one of them: `npm run test:grants -- ServeStaffRole`.
 */
const { positionals: words } = parseArgs({ allowPositionals: true });

/** A host that could not begin without a grant may leave something open: a process ends after so many. */
const AT_A_TIME = 30;

/** How many of these no story misses, tried in a process of their own. */
function unmissedOf(grants: readonly GrantToTry[]): Promise<number> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'grants-test', 'try-grants.ts'));
  return new Promise((resolve, reject) => {
    child.on('message', (unmissed) => resolve(Number(unmissed)));
    child.on('exit', (code) =>
      reject(new Error(`trying ${grants[0]?.grant} and those after it ended with ${code}`)),
    );
    child.send(grants);
  });
}

/** The same of all, as many processes at once as there are processors. */
async function unmissed(grants: readonly GrantToTry[]): Promise<number> {
  let next = 0;
  let found = 0;
  const work = async (): Promise<void> => {
    while (next < grants.length) {
      const some = grants.slice(next, (next += AT_A_TIME));
      found += await unmissedOf(some);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

/** The grants, and which of them something asks for. */
async function lookedAt(): Promise<Needs & { readonly grants: GrantedAssembly['grants'] }> {
  const assembly = new GrantedAssembly();
  try {
    return { ...(await neededGrants(assembly)), grants: assembly.grants };
  } finally {
    assembly.remove();
  }
}

async function run(): Promise<number> {
  const { byGrant, missing, grants: all } = await lookedAt();
  for (const lack of missing) console.log(`MISSING     ${lack}`);
  const ids = all.map(({ id }) => id);
  const grants = ids.filter((id) => words.length === 0 || words.some((word) => id.includes(word)));
  const isKept = (id: string): boolean =>
    reasonToKeep(id) !== undefined || goesWithAnother(id, (other) => byGrant.has(other), ids);
  const unneeded = grants.filter((id) => !byGrant.has(id) && !isKept(id));
  for (const id of unneeded) console.log(`NOT NEEDED  ${id}`);
  const needed = grants.flatMap((grant) => {
    const scenarios = byGrant.get(grant)?.map(({ scenario }) => scenario);
    return scenarios ? [{ grant, scenarios }] : [];
  });
  const wrong = unneeded.length + (await unmissed(needed));
  console.log(`${grants.length} grants, ${wrong} that no story misses, ${missing.length} missing`);
  return wrong + missing.length;
}

await currentAssembly(join(import.meta.dirname, '..'), () => console.log('bundling and synthesizing'));
process.exit((await run()) === 0 ? 0 : 1);
