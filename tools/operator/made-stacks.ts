import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stageNames } from '../../infra/stage-names.js';
import { readStacks } from '../templates/flattened.js';

/** One stack of an assembly, with those nested in it. */
export interface MadeStack {
  /** By which the CDK's command line knows it: `SmallGridData`. */
  readonly id: string;
  /** As CloudFormation calls it. */
  readonly stack: string;
  /** By where they are nested: logical ids joined by `/`, and `''` for its own. */
  readonly templates: ReadonlyMap<string, unknown>;
}

/** The stacks in the order of deployment: data, what the app stands behind, the app. */
export function madeStacks(assembly: string, stage: string): MadeStack[] {
  const order = ['data', 'firewall', 'app'].map((name) => stageNames(stage)(name));
  const { stacks } = readStacks(assembly);
  return stacks
    .filter(({ place }) => place === '')
    .toSorted((a, b) => order.indexOf(a.stack) - order.indexOf(b.stack))
    .map(({ name: id, stack }) => ({
      id,
      stack,
      templates: new Map(
        stacks
          .filter((one) => one.stack === stack)
          .map(({ place, file }) => [
            place,
            // As it is, and not as a comparison reads it.
            JSON.parse(readFileSync(join(assembly, file), 'utf8')) as unknown,
          ]),
      ),
    }));
}
