import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { withRetries } from '../../infra/retries.js';

const handlerSchema = z.object({ ErrorEquals: z.array(z.string()), Next: z.string() });
export const retrierSchema = z.object({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.number().optional(),
  MaxAttempts: z.number().optional(),
  MaxDelaySeconds: z.number().optional(),
  BackoffRate: z.number().optional(),
  JitterStrategy: z.string().optional(),
});

const stateSchema = z.object({
  Type: z.enum(['Task', 'Choice', 'Map', 'Parallel', 'Pass', 'Wait', 'Succeed', 'Fail']),
  Resource: z.string().optional(),
  Arguments: z.record(z.string(), z.unknown()).optional(),
  TimeoutSeconds: z.union([z.number(), z.string()]).optional(),
  Seconds: z.union([z.number(), z.string()]).optional(),
  Retry: z.array(retrierSchema).default([]),
  Catch: z.array(handlerSchema).default([]),
  Choices: z.array(z.object({ Next: z.string(), Condition: z.string().optional() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Output: z.unknown().optional(),
  get ItemProcessor() {
    return graphSchema.optional();
  },
  get Branches() {
    return z.array(graphSchema).default([]);
  },
});
const graphSchema = z.object({
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), stateSchema);
  },
});

export type State = z.infer<typeof stateSchema>;
export type Graph = z.infer<typeof graphSchema>;

export const MACHINES = [
  'resident-request',
  'coordination',
  'follow-up',
  'staff-task',
  'visit-round',
  'daily-close',
  'deadline-cards',
  'weekly-inspection',
  'monthly-inspection',
] as const;

export const definitionText = (machine: string): string =>
  readFileSync(join(import.meta.dirname, '../../workflows', `${machine}.asl.json`), 'utf8');

/** A machine as it is deployed: with the retries that stand once for all. */
export const deployed = (machine: string): unknown => withRetries(JSON.parse(definitionText(machine)));

export const readMachine = (machine: string): Graph => graphSchema.parse(deployed(machine));

/** A state with its name, the graph it is part of, and the states that contain that graph, innermost first. */
export interface Placed {
  readonly name: string;
  readonly state: State;
  readonly graph: Graph;
  readonly within: readonly Placed[];
}

export const innerGraphs = ({ ItemProcessor, Branches }: State): Graph[] => [
  ...(ItemProcessor ? [ItemProcessor] : []),
  ...Branches,
];

/** Every state, those inside Map and Parallel included. */
export function statesOf(graph: Graph, within: readonly Placed[] = []): Placed[] {
  return Object.entries(graph.States).flatMap(([name, state]) => {
    const placed = { name, state, graph, within };
    return [placed, ...innerGraphs(state).flatMap((inner) => statesOf(inner, [placed, ...within]))];
  });
}

/** Where a state can lead, failures included. */
export const successors = ({ Next, Default, Choices, Catch }: State): string[] => [
  ...(Next === undefined ? [] : [Next]),
  ...(Default === undefined ? [] : [Default]),
  ...[...Choices, ...Catch].map((transition) => transition.Next),
];

export const isLambda = ({ Resource }: State): boolean => /:::lambda:invoke/.test(Resource ?? '');
export const waitsForAnswer = ({ Resource }: State): boolean =>
  Resource?.endsWith('.waitForTaskToken') ?? false;
export const isNested = ({ Resource }: State): boolean =>
  Resource?.endsWith('startExecution.sync:2') ?? false;
