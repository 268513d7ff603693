import type { Access } from '@small-grid/local-cloud';
import type { GrantedAssembly } from './grants.js';
import { HostedTown } from './hosted-town.js';
import { isOfConsole, SCENARIOS } from './scenarios.js';

export interface Need {
  readonly scenario: string;
  /** How long the scenario took, milliseconds. */
  readonly took: number;
}

export interface Needs {
  /** By grant, the scenarios that asked for something which this grant alone allows, quickest first. */
  readonly byGrant: ReadonlyMap<string, readonly Need[]>;
  /** What was asked for and no grant allows, and the scenarios that fail with all grants. */
  readonly missing: readonly string[];
}

/** Plays every scenario with all grants and watches what the roles ask for. */
export async function neededGrants(assembly: GrantedAssembly): Promise<Needs> {
  const needs = new Map<string, Need[]>();
  const missing: string[] = [];
  const folder = assembly.without();
  for (const [scenario, play] of Object.entries(SCENARIOS)) {
    const asked: Access[] = [];
    const began = performance.now();
    const town = await HostedTown.begin(folder, {
      onAccess: (access) => asked.push(access),
      console: isOfConsole(scenario),
    });
    try {
      await play(town);
    } catch (error) {
      missing.push(`${scenario}: fails with all grants: ${String(error)}`);
    } finally {
      await town.end();
    }
    const took = performance.now() - began;
    for (const { decision, role, action, context } of asked)
      if (decision !== 'allowed')
        missing.push(`${scenario}: ${role} was refused ${action} ${JSON.stringify(context)}`);
    const alone = asked.flatMap(({ allowedBy }) => (allowedBy.length === 1 ? allowedBy : []));
    for (const id of new Set(alone)) needs.set(id, [...(needs.get(id) ?? []), { scenario, took }]);
  }
  for (const found of needs.values()) found.sort((a, b) => a.took - b.took);
  return { byGrant: needs, missing: [...new Set(missing)] };
}
