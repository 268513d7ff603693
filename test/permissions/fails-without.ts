import type { GrantedAssembly } from './grants.js';
import { HostedTown } from './hosted-town.js';
import { isOfConsole, SCENARIOS } from './scenarios.js';

/** What happens to a scenario when one grant is missing: how it failed, or undefined when it went on all the same. */
export async function failsWithout(
  assembly: GrantedAssembly,
  grant: string,
  scenario: string,
): Promise<string | undefined> {
  const play = SCENARIOS[scenario];
  if (play === undefined) throw new Error(`there is no scenario "${scenario}"`);
  if (!assembly.grants.some(({ id }) => id === grant)) throw new Error(`there is no grant "${grant}"`);
  let town: HostedTown | undefined;
  try {
    town = await HostedTown.begin(assembly.without(grant), { console: isOfConsole(scenario) });
    await play(town);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await town?.end();
  }
}
