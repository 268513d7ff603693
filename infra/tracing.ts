import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { isInChina, type Settings } from './settings.js';
import type { TownFunction } from './town-function.js';

/** The actions that X-Ray requires of whoever reports a call; they know no resources. */
const WRITE = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
const SAMPLE = ['xray:GetSamplingRules', 'xray:GetSamplingTargets'];

/** Not switched on in the regions of China: not verified there. */
export const isTraced = ({ region }: Settings): boolean => !isInChina(region);

/** Has X-Ray follow a request through the machines and functions that work on it; the log's lines name its trace. */
export function trace(functions: readonly TownFunction[], machines: readonly StateMachine[]): void {
  for (const traced of functions) {
    const { defaultChild } = traced.node;
    if (!(defaultChild instanceof CfnFunction)) throw new Error(`${traced.node.id} cannot be traced`);
    defaultChild.tracingConfig = { mode: 'Active' };
    traced.addToRolePolicy(new PolicyStatement({ actions: WRITE, resources: ['*'] }));
  }
  for (const traced of machines) {
    const { defaultChild } = traced.node;
    if (!(defaultChild instanceof CfnStateMachine)) throw new Error(`${traced.node.id} cannot be traced`);
    defaultChild.tracingConfiguration = { enabled: true };
    traced.addToRolePolicy(new PolicyStatement({ actions: [...WRITE, ...SAMPLE], resources: ['*'] }));
  }
}
