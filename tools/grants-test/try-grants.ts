import { failsWithout } from '../../test/permissions/fails-without.js';
import { GrantedAssembly } from '../../test/permissions/grants.js';

/** A grant, and the stories that ask for what it allows, the quickest first. */
export interface GrantToTry {
  readonly grant: string;
  readonly scenarios: readonly string[];
}

/** Whether some story fails without the grant. */
async function isMissed(assembly: GrantedAssembly, { grant, scenarios }: GrantToTry): Promise<boolean> {
  for (const scenario of scenarios) {
    if ((await failsWithout(assembly, grant, scenario)) === undefined) continue;
    console.log(`missed      ${grant}  (${scenario})`);
    return true;
  }
  console.log(`NOT MISSED  ${grant}  (${scenarios.join(', ')})`);
  return false;
}

/** Tries the grants that the parent process sends, and answers how many no story misses. */
process.once('message', (grants) => {
  void tryAll(grants as readonly GrantToTry[]);
});

async function tryAll(grants: readonly GrantToTry[]): Promise<void> {
  const assembly = new GrantedAssembly();
  let unmissed = 0;
  for (const grant of grants) if (!(await isMissed(assembly, grant))) unmissed += 1;
  assembly.remove();
  process.send?.(unmissed, () => process.exit(0));
}
