import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonToKeep } from '../test/permissions/asked-by-aws.js';
import { failsWithout } from '../test/permissions/fails-without.js';
import { goesWithAnother } from '../test/permissions/granted-together.js';
import { GrantedAssembly } from '../test/permissions/grants.js';
import { neededGrants, type Need } from '../test/permissions/needed-grants.js';
import { currentAssembly } from './assembly.js';

/**
 * Removes each grant of each role in turn and fails unless a story fails; grants that nothing needs are an error. With words, only
 * grants that contain one of them: `npm run test:grants -- ServeStaffRole`.
 */
const { positionals: words } = parseArgs({ allowPositionals: true });

/** Whether some story that asks for what the grant allows fails without it. */
async function isMissed(assembly: GrantedAssembly, grant: string, needs: readonly Need[]): Promise<boolean> {
  for (const { scenario } of needs) {
    const failure = await failsWithout(assembly, grant, scenario);
    if (failure === undefined) continue;
    console.log(`missed      ${grant}  (${scenario})`);
    return true;
  }
  console.log(`NOT MISSED  ${grant}  (${needs.map(({ scenario }) => scenario).join(', ')})`);
  return false;
}

async function run(): Promise<number> {
  const assembly = new GrantedAssembly();
  try {
    const { byGrant, missing } = await neededGrants(assembly);
    for (const lack of missing) console.log(`MISSING     ${lack}`);
    const grants = assembly.grants.filter(
      ({ id }) => words.length === 0 || words.some((word) => id.includes(word)),
    );
    // Known by now; the rest takes a while.
    const ids = assembly.grants.map(({ id }) => id);
    const isKept = (id: string): boolean =>
      reasonToKeep(id) !== undefined || goesWithAnother(id, (other) => byGrant.has(other), ids);
    const unneeded = grants.filter(({ id }) => !byGrant.has(id) && !isKept(id));
    for (const { id } of unneeded) console.log(`NOT NEEDED  ${id}`);
    let wrong = unneeded.length;
    for (const { id } of grants) {
      const needs = byGrant.get(id);
      if (needs !== undefined && !(await isMissed(assembly, id, needs))) wrong += 1;
    }
    console.log(`${grants.length} grants, ${wrong} that no story misses, ${missing.length} missing`);
    return wrong + missing.length;
  } finally {
    assembly.remove();
  }
}

await currentAssembly(join(import.meta.dirname, '..'), () => console.log('bundling and synthesizing'));
// A host that could not begin without a grant may have left something open.
process.exit((await run()) === 0 ? 0 : 1);
