/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { ENVIRONMENT, type EnvironmentName } from '../adapters/environment.js';
import { namesTold } from '../adapters/needs.js';
import type { DeclaredFunction } from '../functions/function-declaration.js';
import { constructId } from './construct-id.js';
import type { DataStack } from './data-stack.js';
import { readDeclarations } from './declarations.js';
import { Edge } from './edge.js';
import { Firewall } from './firewall.js';
import { FrontDoor } from './front-door.js';
import { FunctionsStack, type FunctionsStackProps } from './functions-stack.js';
import { Grants } from './grants.js';
import { type Machines, makeMachines } from './machines.js';
import { alarmsOfRelease } from './monitoring/alarms-of-release.js';
import { MonitoringStack } from './monitoring/monitoring-stack.js';
import type { Records } from './request-records.js';
import { runOnSchedule } from './run-on-schedule.js';
import { CONSOLE_CLIENT, LOCAL, NIGHT_IN_CHINA, OF_CLOUDFRONT, type Settings } from './settings.js';
import { signInCodes } from './sign-in-codes.js';
import { stageNames, type StageNames } from './stage-names.js';
import { isTraced, trace } from './tracing.js';
import type { TownFunction } from './town-function.js';

/** The page of this repository; whoever deploys has it at hand. */
const RUNBOOK = 'docs/operations.md';

export interface SmallGridStackProps extends StackProps {
  /** Folder that holds one bundle a function, and what is declared of them. */
  readonly bundles: string;
  readonly names: StageNames;
  readonly settings: Settings;
  readonly data: DataStack;
  /** Whether alarms watch new definitions for some minutes, and take the deployment back; on one's own machine nobody waits for that. */
  readonly isWatched?: boolean | undefined;
}

/**
 * Everything that works on the data of one deployment's towns, in nested stacks, so that all of it is deployed, and rolled back, as one. What is in
 * it of the functions is what they declare.
 */
export class SmallGridStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { bundles, names, settings, data, isWatched = settings.stage !== LOCAL, ...props }: SmallGridStackProps,
  ) {
    super(scope, id, props);
    const release = isWatched ? { watchedBy: alarmsOfRelease(names) } : 'at once';
    const signIn = settings.stage === LOCAL ? signInWhereHosted(this) : settings.signIn;
    const shared = { bundles, names, processor: settings.processor };
    const { workflows, texts, functions } = functionStacks(this, shared, signIn !== undefined);

    const machines = makeMachines(workflows, workflows.functions, names, release);
    const { front, edge, url } = doorsOf(this, bundles, settings, signIn);
    const topics = { signInTopic: signInCodes(texts, names), inboundTopic: data.inbound.topic };
    const records = recordsOf(this, settings, data);

    const namespace = `small-grid-${names.stage}`;
    const grants = new Grants({ names, records, machines, topics, textsByAws: settings.carrier === 'aws' });
    const addresses = {
      ...toldOf(signIn),
      ...arnsIn(machines),
      awsAccount: settings.awsConsoleLinks ? this.account : '',
      table: records.tableName,
      pages: url,
      doorKeys: edge?.keysTaken,
      metrics: namespace,
      signInTopic: topics.signInTopic.topicArn,
      inboundTopic: topics.inboundTopic.topicArn,
    };
    for (const one of functions) {
      const { needs, told = [], routes, schedule, topic, queue } = one.declared;
      grants.give(one);
      tellFunction(one, [...namesTold(needs), ...told], addresses);
      if (edge && routes.length > 0) tellFunction(one, ['doorKeys', 'pages'], addresses);
      front.leadTo(one);
      if (schedule) runOnSchedule(one, schedule, names);
      if (topic) topics[topic].addSubscription(new LambdaSubscription(one.live));
      if (queue) data.inbound.feed(one.live);
    }
    front.open();
    if (isTraced(settings)) trace(functions, Object.values(machines));
    new MonitoringStack(this, 'Monitoring', {
      watched: {
        namespace,
        functions,
        machines,
        tableName: records.tableName,
        inbound: data.inbound.queue,
        deadLetters: data.inbound.deadLetters,
        apiId: front.apiId,
      },
      names,
      runbook: RUNBOOK,
      ...alarmingIn(settings),
    });
    tell(this, { ApiUrl: url, TableName: records.tableName });
    tellMachines(this, machines);
  }
}

/** The functions by their doors; those of the console only where somebody can sign in to it. */
function functionStacks(stack: Stack, shared: Omit<FunctionsStackProps, 'declared'>, hasConsole: boolean) {
  const declared = readDeclarations(shared.bundles);
  const stackOf = (id: string, ...doors: string[]): FunctionsStack =>
    new FunctionsStack(stack, id, { ...shared, declared: ofDoors(declared, doors) });
  const workflows = stackOf('Workflows', 'workflow', 'schedules');
  const texts = stackOf('Texts', 'texts');
  const doors = [stackOf('Residents', 'resident'), stackOf('Staff', 'staff')];
  if (hasConsole) doors.push(stackOf('Console', 'console'));
  return { workflows, texts, functions: [workflows, texts, ...doors].flatMap((one) => one.functions) };
}

/** The API, what lies before it where there is CloudFront, and at which address pages and API are reached. */
function doorsOf(stack: Stack, bundles: string, settings: Settings, signIn: Settings['signIn']) {
  const { stage, region, domain } = settings;
  const names = stageNames(stage);
  if (settings.edge === undefined) {
    const front = new FrontDoor(stack, 'FrontDoor', { names, domain, signIn });
    return { front, edge: undefined, url: front.url };
  }
  const front = new FrontDoor(stack, 'FrontDoor', { names, domain: undefined, signIn });
  const webAcl = region === OF_CLOUDFRONT ? new Firewall(stack, 'Firewall', names).arn : settings.edge.webAcl;
  const edge = new Edge(stack, 'Edge', {
    bundles,
    names,
    domain,
    webAcl,
    api: front.host,
    doorKey: settings.edge.doorKey,
  });
  if (domain) tell(stack, { DomainTarget: edge.target });
  return { front, edge, url: edge.url };
}

const ofDoors = (declared: readonly DeclaredFunction[], doors: readonly string[]): DeclaredFunction[] =>
  declared.filter(({ door }) => doors.includes(door));

/** Whoever hosts it locally has an issuer of tokens, on a port that is known only then. */
const signInWhereHosted = (stack: Stack): NonNullable<Settings['signIn']> => ({
  issuer: new CfnParameter(stack, 'OidcIssuer', {
    default: 'https://issuer.invalid',
    description: 'The OpenID Connect issuer that signs people in to the console',
  }).valueAsString,
  client: CONSOLE_CLIENT,
  origins: [],
});

/** The data stack's own table, or the one that is used in its place. */
function recordsOf(stack: Stack, { table }: Settings, { records }: DataStack): Records {
  if (table !== undefined)
    return {
      tableName: table,
      // By name also where the data stack has it: what is exported and in use could not leave when another is restored.
      tableArn: stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: table }),
    };
  if (records === undefined) throw new Error('settings without a table');
  return records;
}

/** Who is told of what, and when. */
const alarmingIn = ({ textSpendLimit, alarms, budget }: Settings) => ({
  textSpendLimit,
  alarmAddress: alarms?.mail,
  night: alarms?.night ?? NIGHT_IN_CHINA,
  budget: budget && { amount: budget.monthly, currency: budget.currency },
});

const toldOf = (signIn: Settings['signIn']) => ({
  issuer: signIn?.issuer,
  audience: signIn?.client,
  issuerOrigins: signIn?.origins.join(' '),
});

/** The addresses of the machines by the names that functions know them by. */
const arnsIn = (machines: Machines) => ({
  ...Object.fromEntries(
    Object.entries(machines).map(([name, { stateMachineArn }]) => [name, stateMachineArn]),
  ),
  requestMachine: machines['resident-request'].stateMachineArn,
  coordinationMachine: machines.coordination.stateMachineArn,
  followUpMachine: machines['follow-up'].stateMachineArn,
  staffTaskMachine: machines['staff-task'].stateMachineArn,
  machines: Object.entries(machines)
    .map(([name, { stateMachineArn }]) => `${name}=${stateMachineArn}`)
    .join(' '),
});

function tellFunction(
  told: TownFunction,
  names: readonly EnvironmentName[],
  addresses: Readonly<Partial<Record<EnvironmentName, string | undefined>>>,
): void {
  for (const name of names) {
    const value = name === 'turns' ? told.turns?.queueUrl : addresses[name];
    if (value === undefined) throw new Error(`the stack has no ${name} to tell ${told.declared.name}`);
    told.addEnvironment(ENVIRONMENT[name], value);
  }
}

/** Outputs of the stack: where everything is. */
function tell(stack: Stack, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}

/** The machines by their names: `visit-round` is `VisitRoundStateMachineArn`. */
const tellMachines = (stack: Stack, machines: Machines): void =>
  tell(
    stack,
    Object.fromEntries(
      Object.entries(machines).map(([name, { stateMachineArn }]) => [
        `${name === 'resident-request' ? 'Request' : constructId(name)}StateMachineArn`,
        stateMachineArn,
      ]),
    ),
  );
