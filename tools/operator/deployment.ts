import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** Where `npx cdk deploy --outputs-file` writes what the stacks tell. */
const OUTPUTS_FILE = 'cdk.outputs.json';

const outputsSchema = z.record(z.string(), z.string());
const fileSchema = z.record(z.string(), outputsSchema);
const healthSchema = z.object({ outputs: outputsSchema });
const clockSchema = z.object({ now: z.number() });

/** A deployment that an operator's command works on. */
export interface Deployment {
  /** What its stacks tell, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Of a local cloud. */
  readonly endpoint?: string | undefined;
  /** Its time, epoch milliseconds: a local cloud's may have been skipped. */
  now(): Promise<number>;
}

/** What an operator can do about it stands in the message. */
export class DeploymentUnknown extends Error {
  override readonly name = 'DeploymentUnknown';
}

/** A local cloud tells by itself what it hosts; of one on AWS the file says it that the deployment left behind. */
export async function findDeployment({
  endpoint,
  outputs = OUTPUTS_FILE,
}: {
  readonly endpoint?: string | undefined;
  readonly outputs?: string | undefined;
}): Promise<Deployment> {
  if (endpoint !== undefined) {
    const ask = async (what: string): Promise<unknown> =>
      (await fetch(new URL(`/_local/${what}`, endpoint))).json();
    return {
      endpoint,
      outputs: healthSchema.parse(await ask('health')).outputs,
      now: async () => clockSchema.parse(await ask('clock')).now,
    };
  }
  if (!existsSync(outputs)) throw new DeploymentUnknown(outputs);
  const stacks = fileSchema.parse(JSON.parse(readFileSync(outputs, 'utf8')));
  return { outputs: Object.assign({}, ...Object.values(stacks)), now: async () => Date.now() };
}

export function outputOf({ outputs }: Deployment, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new DeploymentUnknown(name);
  return value;
}

/** The state machines' ARNs by the names of their definitions: `VisitRoundStateMachineArn` is of `visit-round`. */
export const machinesOf = ({ outputs }: Deployment): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(outputs).flatMap(([name, arn]) => {
      const [, id] = /^(\w+)StateMachineArn$/.exec(name) ?? [];
      if (id === undefined) return [];
      const kebab = id.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
      return [[kebab === 'request' ? 'resident-request' : kebab, arn] as const];
    }),
  );
