import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { MachineName } from '../adapters/grants.js';
import coordination from '../workflows/coordination.asl.json' with { type: 'json' };
import dailyClose from '../workflows/daily-close.asl.json' with { type: 'json' };
import deadlineCards from '../workflows/deadline-cards.asl.json' with { type: 'json' };
import followUp from '../workflows/follow-up.asl.json' with { type: 'json' };
import monthlyInspection from '../workflows/monthly-inspection.asl.json' with { type: 'json' };
import residentRequest from '../workflows/resident-request.asl.json' with { type: 'json' };
import staffTask from '../workflows/staff-task.asl.json' with { type: 'json' };
import visitRound from '../workflows/visit-round.asl.json' with { type: 'json' };
import weeklyInspection from '../workflows/weekly-inspection.asl.json' with { type: 'json' };
import { constructId } from './construct-id.js';
import type { Release } from './live-machine.js';
import type { StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';
import { workflowMachine } from './workflow-machine.js';

export type Machines = Readonly<Record<MachineName, StateMachine>>;

/** The machines, and where each stands in the stack: moved, it would be another of the same name. */
const DEFINITIONS: Readonly<Record<MachineName, readonly [part: string, id: string, definition: object]>> = {
  'resident-request': ['Workflows', 'ResidentRequest', residentRequest],
  coordination: ['Workflows', 'Coordination', coordination],
  'follow-up': ['StaffWork', 'FollowUp', followUp],
  'staff-task': ['StaffWork', 'StaffTask', staffTask],
  'daily-close': ['DailyClose', 'Round', dailyClose],
  'deadline-cards': ['DeadlineCards', 'Round', deadlineCards],
  'visit-round': ['Visits', 'Round', visitRound],
  'weekly-inspection': ['Inspections', 'Weekly', weeklyInspection],
  'monthly-inspection': ['Inspections', 'Monthly', monthlyInspection],
};
const NAMES = Object.keys(DEFINITIONS) as MachineName[];

/** Every state machine of `workflows/`; its definition names the functions and machines that it calls. */
export function makeMachines(
  scope: Construct,
  functions: readonly TownFunction[],
  names: StageNames,
  release: Release,
): Machines {
  const callable = new Map(functions.map((one) => [constructId(one.declared.name), one]));
  const made = new Map<MachineName, StateMachine>();
  const machine = (name: MachineName): StateMachine => {
    const [part, id, definition] = DEFINITIONS[name];
    const named = namesIn(definition);
    const calls = new Map([...callable].filter(([called]) => named.has(called)));
    const nested = NAMES.filter((other) => named.has(constructId(other)));
    if (calls.size + nested.length < named.size) throw new Error(`${name} calls what nobody declared`);
    const nests = new Map(nested.map((other) => [constructId(other), made.get(other) ?? machine(other)]));
    const it = workflowMachine(partOf(scope, part), id, {
      names,
      name,
      definition,
      calls,
      nests,
      release,
    });
    made.set(name, it);
    return it;
  };
  return Object.fromEntries(NAMES.map((name) => [name, made.get(name) ?? machine(name)])) as Machines;
}

/** `${AskPerson}` of a definition. */
const namesIn = (definition: object): ReadonlySet<string> =>
  new Set([...JSON.stringify(definition).matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name));

const partOf = (scope: Construct, id: string): Construct =>
  scope.node.tryFindChild(id) ?? new Construct(scope, id);
