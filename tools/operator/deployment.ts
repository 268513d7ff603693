import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { readSettings } from '../../infra/read-settings.js';
import { stageNames } from '../../infra/stage-names.js';
import { outputsFile, outputsSchema } from './kept-outputs.js';

const healthSchema = z.object({ outputs: z.record(z.string(), z.string()) });
const clockSchema = z.object({ now: z.number() });

/** A deployment that an operator's command works on. */
export interface Deployment {
  /** What its stacks tell, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** On AWS: which one, and in which region. */
  readonly stage?: { readonly name: string; readonly region: string };
  /** Of a local cloud. */
  readonly endpoint?: string | undefined;
  /** Its time, epoch milliseconds: a local cloud's may have been skipped. */
  now(): Promise<number>;
}

/** How a call says which deployment it means. */
export interface Place {
  readonly stage?: string | undefined;
  readonly outputs?: string | undefined;
  readonly endpoint?: string | undefined;
  /** The folder that holds the settings. */
  readonly settings?: string;
}

/** Of a deployment that cannot be worked on: nobody said which, or it does not say where something is. */
export class DeploymentUnknown extends Error {
  override readonly name = 'DeploymentUnknown';

  constructor(
    /** The file or output that is missing; undefined where no stage was said. */
    readonly missing: string | undefined,
    readonly stage = '<stage>',
  ) {
    super(missing ?? 'no stage');
  }
}

/**
 * A local cloud tells by itself what it hosts; of a stage on AWS the file says it that its deployment left behind. None is taken for granted, and the
 * region is that of its settings, whatever the terminal's is. Throws DeploymentUnknown, SettingsError.
 */
export async function findDeployment({
  stage,
  endpoint,
  outputs,
  settings = 'settings',
}: Place): Promise<Deployment> {
  if (endpoint !== undefined) return onThisMachine(endpoint);
  if (stage === undefined) throw new DeploymentUnknown(undefined);
  const { region } = readSettings(settings, stage);
  const file = outputs ?? outputsFile(stage);
  if (!existsSync(file)) throw new DeploymentUnknown(file, stage);
  const stacks = outputsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const names = stageNames(stage);
  const app = stacks[names('app')];
  if (app === undefined) throw new DeploymentUnknown(`${names('app')} (${file})`, stage);
  // Every client of the SDK that the command makes reads it.
  process.env['AWS_REGION'] = region;
  return {
    stage: { name: stage, region },
    // The app says last which table is in use: another one than the data's own after a restore.
    outputs: { ...stacks[names('data')], ...app },
    now: async () => Date.now(),
  };
}

async function onThisMachine(endpoint: string): Promise<Deployment> {
  const ask = async (what: string): Promise<unknown> =>
    (await fetch(new URL(`/_local/${what}`, endpoint))).json();
  return {
    endpoint,
    outputs: healthSchema.parse(await ask('health')).outputs,
    now: async () => clockSchema.parse(await ask('clock')).now,
  };
}

/** The option by which another command means the same deployment. */
export const placeOf = ({ stage, endpoint }: Deployment): string =>
  endpoint === undefined ? `--stage ${stage?.name ?? '<stage>'}` : `--endpoint ${endpoint}`;

export function outputOf({ outputs, stage }: Deployment, name: string): string {
  const value = outputs[name];
  if (value === undefined) throw new DeploymentUnknown(name, stage?.name);
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

/** What the names of its functions and machines begin with, as `small-grid-prod-`. */
export function prefixOf(deployment: Deployment): string {
  const [[name, arn] = ['', '']] = machinesOf(deployment);
  return arn.slice(arn.lastIndexOf(':') + 1, -name.length);
}
