import type { LocalCloudOptions } from './local-cloud-options.js';
import { Alarms } from './alarms/alarms.js';
import { embeddedMetrics } from './alarms/embedded-metrics.js';
import { type MetricName, Metrics } from './alarms/metrics.js';
import { AwsEndpoint } from './aws/endpoint.js';
import { dynamoDbWire } from './aws/services/dynamodb.js';
import { lambdaWire } from './aws/services/lambda.js';
import { snsWire } from './aws/services/sns.js';
import { sqsWire } from './aws/services/sqs.js';
import { s3Wire } from './aws/services/s3.js';
import { statesWire } from './aws/services/states.js';
import { stsWire } from './aws/services/sts.js';
import type { ControlledClock } from './clock/clock.js';
import { Turns } from './clock/turns.js';
import type { Database } from './dynamodb/database.js';
import { DynamoDbService } from './dynamodb/dynamodb-service.js';
import { ExpiredItems } from './dynamodb/expired-items.js';
import { TableCatalogue } from './dynamodb/table-catalogue.js';
import type { Faults } from './faults/faults.js';
import { Identities } from './iam/identities.js';
import { dynamoDbIntegration } from './integrations/dynamodb-integration.js';
import { createIntegrate } from './integrations/integrate.js';
import { lambdaIntegration } from './integrations/lambda-integration.js';
import { snsIntegration, sqsIntegration } from './integrations/messaging-integrations.js';
import { s3Integration } from './integrations/s3-integration.js';
import { statesPermission } from './integrations/states-permission.js';
import { AsyncInvocations } from './lambda/async-invocations.js';
import { FunctionVersions } from './lambda/function-versions.js';
import { KeptCode } from './lambda/kept-code.js';
import { LambdaService } from './lambda/lambda-service.js';
import { LogBook } from './lambda/log-book.js';
import { MadeFunctions } from './lambda/made-functions.js';
import { Publisher } from './messaging/publisher.js';
import { Queues } from './messaging/queues.js';
import type { SmsCarrier } from './messaging/sms-carrier.js';
import { Topics } from './messaging/topics.js';
import { Meters } from './meters/meters.js';
import type { Host } from './resources/host.js';
import { KeptResources } from './resources/kept-resources.js';
import { S3 } from './s3/s3.js';
import { MadeSecrets } from './resources/made-secrets.js';
import { Schedules } from './schedules/schedules.js';
import type { StepFunctions } from './step-functions/ports.js';
import type { KeyValueStore } from './storage/key-value-store.js';
import { MadeResources } from './storage/made-resources.js';
import { createStepFunctions } from './step-functions/service.js';

export interface ServicesOptions {
  readonly clock: ControlledClock;
  readonly store: KeyValueStore;
  readonly database: Database;
  readonly logFile: string | undefined;
  readonly codeFolder: string | undefined;
  readonly endpoint: string;
  /** Where the host's own issuer listens. */
  readonly issuer: string | undefined;
  readonly options: LocalCloudOptions;
  /** Whether callers come by a distribution of the assembly, to which the wanted port then belongs. */
  readonly hasDistribution: boolean;
  readonly faults: Faults;
  readonly carrier: SmsCarrier;
}

/** All services of one local cloud, connected; resources are deployed into `host`. */
export interface Services {
  readonly host: Host;
  readonly madeFunctions: MadeFunctions;
  readonly carrier: SmsCarrier;
  readonly meters: Meters;
  readonly faults: Faults;
  readonly logs: LogBook;
  readonly stepFunctions: StepFunctions;
  readonly aws: AwsEndpoint;
}

/** `arn:aws-cn` begins the ARNs of the China regions. */
const partitionOf = (region: string) => (region.startsWith('cn-') ? 'aws-cn' : 'aws');

function createLogs({ clock, logFile, options }: ServicesOptions): {
  logs: LogBook;
  warn: (text: string) => void;
} {
  const logs = new LogBook(logFile);
  const level = options.logLevel ?? 'warn';
  logs.onLine((line) => {
    const isWanted = level === 'debug' || (level === 'warn' && line.function === 'host');
    if (isWanted) process.stderr.write(`${line.function}: ${line.text.trimEnd()}\n`);
  });
  return { logs, warn: (text) => logs.add({ at: clock.now(), function: 'host', stream: 'platform', text }) };
}

/** Functions and what carries messages to them. */
function createMessaging(
  given: ServicesOptions,
  base: Base,
  aws: () => AwsEndpoint,
  addresses: () => Readonly<Record<string, string>>,
) {
  const { clock, store, endpoint, faults, carrier } = given;
  const { identities, region, warn, logs } = base;
  const meters = new Meters();
  const lambda = new LambdaService({
    clock,
    identities,
    faults,
    meters,
    logs,
    region,
    endpoint: () => endpoint,
    aws,
    simulation: given.options.simulation,
    keepWarmSeconds: given.options.keepWarmSeconds,
    versions: new FunctionVersions({
      store,
      code: new KeptCode(given.codeFolder),
      now: () => clock.now(),
      addresses,
    }),
  });
  const queues = new Queues(clock, store);
  const deadLetter = async (queueArn: string, body: string): Promise<void> => {
    await queues.get(queueArn).send([{ body }]);
  };
  const invocations = new AsyncInvocations({ clock, store, lambda, deadLetter, warn });
  const topics = new Topics({ clock, queues, lambda, invocations, warn, store });
  const publisher = new Publisher({ identities, topics, carrier, meters });
  const schedules = new Schedules(clock, warn);
  return { faults, meters, lambda, queues, invocations, topics, carrier, publisher, schedules };
}

type Messaging = ReturnType<typeof createMessaging>;

interface Base {
  readonly identities: Identities;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly warn: (text: string) => void;
  readonly logs: LogBook;
}

/** The account and the region that ARNs name. */
export const ownerOf = ({ region = 'us-east-1', accountId = '111111111111' }: LocalCloudOptions) => ({
  region,
  accountId,
});

function createBase(given: ServicesOptions): Base {
  const { region, accountId } = ownerOf(given.options);
  const partition = partitionOf(region);
  return {
    ...createLogs(given),
    region,
    accountId,
    partition,
    identities: new Identities(accountId, partition, given.options.onAccess),
  };
}

/** The interpreter, with everything that its tasks may call. */
function createMachines(
  given: ServicesOptions,
  base: Base,
  messaging: Messaging,
  { dynamoDb, s3 }: { readonly dynamoDb: DynamoDbService; readonly s3: S3 },
): StepFunctions {
  const { identities, region, accountId } = base;
  const { faults, meters, lambda, invocations, publisher, queues } = messaging;
  const integrate = createIntegrate({
    identities,
    faults,
    services: {
      lambda: lambdaIntegration({ lambda, invocations, identities }),
      dynamodb: dynamoDbIntegration(dynamoDb),
      sns: snsIntegration(publisher),
      sqs: sqsIntegration(queues, identities),
      s3: s3Integration(s3),
    },
  });
  const turns = new Turns();
  return createStepFunctions({
    clock: given.clock,
    store: given.store,
    integrate,
    authorize: statesPermission(identities, faults),
    // On real time an answer is told when it comes, as on AWS.
    inTurn: (executionArn, call) => (given.clock.mode === 'real' ? call() : turns.take(executionArn, call)),
    mockConfig: given.options.mockConfig,
    region,
    accountId,
    onLogEntry: (logGroup, text) =>
      base.logs.add({ at: given.clock.now(), function: logGroup, stream: 'platform', text: `${text}\n` }),
    onTransition: (executionArn) => meters.add(executionArn, { transitions: 1 }),
    onNested: (executionArn, parentArn) => meters.nest(executionArn, parentArn),
  });
}

/** Alarms over what functions measure, and over how many messages wait. */
function createAlarms(clock: ControlledClock, logs: LogBook, queues: Queues): Alarms {
  const metrics = new Metrics();
  logs.onLine(({ text }) => {
    for (const datum of embeddedMetrics(text)) metrics.put(datum);
  });
  const waiting = ({ namespace, name, dimensions }: MetricName): number | undefined =>
    namespace === 'AWS/SQS' && name === 'ApproximateNumberOfMessagesVisible'
      ? queues
          .list()
          .find(({ config }) => config.name === dimensions['QueueName'])
          ?.counts().visible
      : undefined;
  return new Alarms(metrics, clock, waiting);
}

/** The endpoint, with one wire for each service. */
function createEndpoint(host: Host, publisher: Publisher, madeFunctions: MadeFunctions): AwsEndpoint {
  const { clock, identities, faults, lambda, invocations, topics, queues, stepFunctions } = host;
  const arnPrefix = (service: string) => `arn:${host.partition}:${service}:${host.region}:${host.accountId}:`;
  const services = [
    dynamoDbWire(host.dynamoDb),
    lambdaWire({
      lambda,
      invocations,
      identities,
      made: madeFunctions,
      arnPrefix: `${arnPrefix('lambda')}function:`,
    }),
    snsWire({ topics, publisher, identities, arnPrefix: arnPrefix('sns') }),
    sqsWire({
      queues,
      identities,
      owner: { arnPrefix: arnPrefix('sqs'), urlPrefix: `${host.endpoint}/${host.accountId}/` },
    }),
    statesWire({ stepFunctions, identities }),
    stsWire(host),
    s3Wire(host.s3),
  ];
  return new AwsEndpoint({ clock, identities, faults, services, warn: (text) => host.warn(text) });
}

const emptyCdn = ({ keepsAnswers = false }: ServicesOptions['options']): Host['cdn'] => ({
  cachePolicies: new Map(),
  headersPolicies: new Map(),
  distributions: [],
  keepsAnswers,
});

export function createServices(given: ServicesOptions): Services {
  const { clock, database, endpoint, options } = given;
  const base = createBase(given);
  const { region, accountId, partition, identities, warn, logs } = base;
  // No function runs before all services are there.
  const messaging = createMessaging(
    given,
    base,
    () => aws,
    () => ({
      endpoint,
      ...Object.fromEntries([...host.apis].map(([id, { url }]) => [id, url])),
      ...(given.issuer === undefined ? {} : { issuer: given.issuer }),
    }),
  );
  const { meters, publisher, carrier, ...deployable } = messaging;
  const tables = new TableCatalogue(`arn:${partition}:dynamodb:${region}:${accountId}:table/`);
  const expired = new ExpiredItems(clock, database, warn);
  void expired.watch();
  const dynamoDb = new DynamoDbService({
    database,
    tables,
    identities,
    meters,
    clock,
    onCharge: options.onCharge,
    onExpiry: () => expired.watch(),
  });
  const s3 = new S3({ store: given.store, clock, identities, partition });
  const stepFunctions = createMachines(given, base, messaging, { dynamoDb, s3 });
  const ports = [options.port ?? 0];
  const nextPort = () => ports.pop() ?? 0;
  const host: Host = {
    ...deployable,
    clock,
    region,
    accountId,
    partition,
    endpoint,
    identities,
    dynamoDb,
    tables,
    s3,
    stepFunctions,
    alarms: createAlarms(clock, logs, deployable.queues),
    keptResources: new KeptResources(given.store),
    madeSecrets: new MadeSecrets(given.store),
    apis: new Map(),
    cdn: emptyCdn(options),
    secrets: new Map(),
    managedPolicies: new Map(),
    afterDeployment: [],
    nextApiPort: () => (given.hasDistribution ? 0 : nextPort()),
    nextDoorPort: nextPort,
    warn,
  };
  const madeFunctions = new MadeFunctions(host.lambda, new MadeResources(given.store, 'function'));
  const aws = createEndpoint(host, publisher, madeFunctions);
  return { host, madeFunctions, carrier, meters, faults: host.faults, logs, stepFunctions, aws };
}
