/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnStateMachine,
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  type StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LIVE } from '../adapters/live-alias.js';

/** How a new definition takes the place of the one before: at once, or watched by alarms of these names. */
export type Release = 'at once' | { readonly watchedBy: readonly string[] };

const ALIAS = 'Live';

/**
 * So many of a hundred executions begin with the new definition, for so many minutes; then all do. Where an alarm is
 * raised meanwhile, CloudFormation takes back the whole update, with the functions.
 */
const CANARY = { percentage: 10, interval: 10 };

/**
 * Publishes what the machine is now as a version, which stays when the next one comes, and has the alias lead there.
 * What runs already goes on by the definition that it began with.
 */
export function makeLive(machine: StateMachine, release: Release): void {
  const { defaultChild } = machine.node;
  if (!(defaultChild instanceof CfnStateMachine)) throw new Error(`${machine.node.id} has no definition`);
  const version = new CfnStateMachineVersion(machine, 'Version', {
    stateMachineArn: machine.stateMachineArn,
    stateMachineRevisionId: defaultChild.attrStateMachineRevisionId,
  });
  version.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  new CfnStateMachineAlias(machine, ALIAS, {
    name: LIVE,
    deploymentPreference: {
      stateMachineVersionArn: version.attrArn,
      ...(release === 'at once'
        ? { type: 'ALL_AT_ONCE' }
        : { type: 'CANARY', ...CANARY, alarms: [...release.watchedBy] }),
    },
  });
}

/** By this a machine is started: the version in use. Whoever refers to it is deployed after it. */
export function liveArnOf(machine: StateMachine): string {
  const alias = machine.node.findChild(ALIAS);
  if (!(alias instanceof CfnStateMachineAlias)) throw new Error(`${machine.node.id} has no alias`);
  return alias.attrArn;
}
