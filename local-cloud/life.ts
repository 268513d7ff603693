import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AssemblyError } from './assembly/assembly-error.js';
import type { Json } from './assembly/json.js';
import { readAssembly, type Assembly, type Stack } from './assembly/read-assembly.js';
import type { ControlledClock } from './clock/clock.js';
import { createClock } from './clock/create-clock.js';
import { keepTime, readKeptTime } from './clock/kept-time.js';
import { ControlApi } from './control/control-api.js';
import { refusal } from './control/loopback-only.js';
import type { Pages } from './control/static-pages.js';
import type { Database } from './dynamodb/database.js';
import { openEmbeddedDatabase } from './dynamodb/embedded-database.js';
import { openExternalDatabase } from './dynamodb/external-database.js';
import { Faults } from './faults/faults.js';
import { SmsCarrier } from './messaging/sms-carrier.js';
import { openStorage, type HostStorage } from './storage/host-storage.js';
import type { StorageFailure } from './storage/storage-failure.js';
import { listenHttp } from './http/http-listener.js';
import { directCalls } from './lambda/direct-calls.js';
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options.js';
import { billFor } from './meters/bill.js';
import { LIST_PRICES, type Prices } from './meters/prices.js';
import { openOidcIssuer } from './oidc/oidc-issuer.js';
import { deployStack } from './resources/deploy-stack.js';
import { createServices, ownerOf, type Services } from './services.js';
import type { KeyValueStore } from './storage/key-value-store.js';

/** One life of the host: from what is stored, until it is closed or its storage fails. */
export interface Life extends LocalCloud {
  /** Where it listens: the AWS endpoint first, then its APIs and its issuer. */
  readonly addresses: readonly string[];
}

/** The opened parts, to be closed in the opposite order, however far the start has come. */
class Opened {
  private readonly closers: (() => Promise<void> | void)[] = [];

  add(close: () => Promise<void> | void): void {
    this.closers.push(close);
  }

  /** Closes all, and throws the first error that one of them had. */
  async close(): Promise<void> {
    const errors: unknown[] = [];
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) {
      try {
        await close();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}

async function clockFor({ clock, start }: LocalCloudOptions, store: KeyValueStore): Promise<ControlledClock> {
  if (typeof clock === 'object') return clock;
  const kept = await readKeptTime(store);
  const resumed = kept !== undefined && kept > Date.now() ? kept : undefined;
  return createClock({ mode: clock ?? 'real', start: start ?? resumed });
}

/** Requests to the AWS endpoint before the services exist, and those it must not answer at all. */
function frontDoor(inner: () => { services: Services; control: ControlApi } | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request.headers);
    const door = inner();
    if (refused !== undefined || door === undefined) {
      response.writeHead(refused === undefined ? 503 : 403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: refused ?? 'the local cloud is starting' }));
    } else if (request.url?.startsWith('/_local/') === true) await door.control.handle(request, response);
    else await door.services.aws.handle(request, response);
  };
}

/** Throws AssemblyError for a value that no template asks for: a name misspelt would leave a default in its place. */
function checkParameters(parameters: Readonly<Record<string, string>>, stacks: readonly Stack[]): void {
  for (const name of Object.keys(parameters)) {
    if (!stacks.some(({ template }) => Object.hasOwn(template.Parameters, name)))
      throw new AssemblyError(`no template of the assembly has a parameter ${name}`);
  }
}

const EMPTY: Assembly = { stacks: [], assets: new Map() };

async function deploy(
  options: LocalCloudOptions,
  { host }: Services,
  { stacks, assets }: Assembly,
  issuer: string | undefined,
): Promise<Record<string, string>> {
  const { parameter } = options.oidc ?? {};
  const ofIssuer = parameter === undefined || issuer === undefined ? {} : { [parameter]: issuer };
  const parameters = { ...options.parameters, ...ofIssuer };
  checkParameters(parameters, stacks);
  const exports = new Map<string, Json>();
  const outputs: Record<string, string> = {};
  for (const stack of stacks)
    Object.assign(outputs, await deployStack(stack, { host, assets, parameters, exports }));
  return outputs;
}

/** Where callers come in: distributions before APIs. */
const urlsOf = ({ cdn, apis }: Services['host']): string[] =>
  [...cdn.distributions, ...apis.values()].map(({ url }) => url);

/** Nested templates are assets, and are looked at before they are read. */
const hasDistribution = ({ stacks, assets }: Assembly): boolean =>
  [
    ...stacks.map(({ template }) => JSON.stringify(template)),
    ...[...assets.values()]
      .filter((path) => path.endsWith('.template.json'))
      .map((path) => readFileSync(path, 'utf8')),
  ].some((text) => text.includes('"AWS::CloudFront::Distribution"'));

function incomingTopic(wanted: string | undefined, { host }: Services): string {
  const topic = host.topics.list().find(({ arn, name }) => arn === wanted || name === wanted);
  if (topic !== undefined) return topic.arn;
  throw new AssemblyError(
    wanted === undefined
      ? 'no topic takes incoming texts: give the stack an output InboundSmsTopicArn, or the host the option smsTopic'
      : `the topic ${wanted} for incoming texts is not part of the assembly`,
  );
}

/** Brings back resources that clients made by calls in an earlier life, before anybody is answered. */
async function resumeMade({ host, madeFunctions }: Services): Promise<void> {
  await host.queues.resume((name) => `${host.endpoint}/${host.accountId}/${name}`);
  await host.topics.resume();
  await host.s3.resume();
  await madeFunctions.resume();
}

/** Takes up what an earlier process left, then lets everything begin. */
async function begin(services: Services): Promise<void> {
  for (const start of services.host.afterDeployment) start();
  await services.host.invocations.resume();
  await services.stepFunctions.resume();
}

function createControl(
  { carrier, meters, faults, logs, host }: Services,
  given: {
    readonly clock: ControlledClock;
    readonly store: KeyValueStore;
    readonly endpoint: string;
    readonly issuer: string | undefined;
    readonly outputs: Readonly<Record<string, string>>;
    readonly pages: readonly Pages[];
    readonly prices: Prices;
  },
): ControlApi {
  const { clock, store, endpoint, issuer, outputs, pages, prices } = given;
  const health = () => ({
    status: 'ok',
    endpoint,
    issuer,
    urls: urlsOf(host),
    outputs,
  });
  return new ControlApi({
    clock,
    carrier,
    meters,
    faults,
    logs,
    alarms: host.alarms,
    pages,
    prices,
    health,
    onClockMoved: () => keepTime(store, clock),
  });
}

function facade(parts: {
  services: Services;
  clock: ControlledClock;
  endpoint: string;
  issuer: string | undefined;
  outputs: Readonly<Record<string, string>>;
  prices: Prices;
  close: () => Promise<void>;
}): Life {
  const { services, clock, endpoint, issuer, outputs, prices, close } = parts;
  const { host, carrier, faults, meters, logs } = services;
  const urls = urlsOf(host);
  let closing: Promise<void> | undefined;
  return {
    url: urls[0] ?? '',
    endpoint,
    issuer,
    addresses: [endpoint, ...urls, ...(issuer === undefined ? [] : [issuer])],
    region: host.region,
    clock,
    outputs,
    sms: {
      sent: () => carrier.sent(),
      receive: async (text) => {
        await carrier.receive(text);
      },
      onSent: (listener) => carrier.onSent(listener),
    },
    faults: { add: (fault) => faults.add(fault), clear: () => faults.clear() },
    meters: {
      total: () => meters.total(),
      of: (execution) => meters.of(execution),
      bill: (execution) => billFor(execution === undefined ? meters.total() : meters.of(execution), prices),
    },
    logs: () => logs.lines(),
    alarms: () => host.alarms.states(),
    calls: directCalls({ perform: (call) => services.aws.perform('administrator', call) }),
    functions: () => host.lambda.functions(),
    redeploy: () =>
      Promise.reject(new Error('without a data folder nothing would be kept: end the host and begin anew')),
    renew: (reference) => host.lambda.renew(reference),
    invoke: (reference, event) => host.lambda.invoke(reference, JSON.stringify(event ?? null)),
    close: () => (closing ??= close()),
  };
}

function databaseFor(
  options: LocalCloudOptions,
  { tables: store }: HostStorage,
  clock: ControlledClock,
): Database {
  if (options.dynamodbEndpoint !== undefined) return openExternalDatabase(options.dynamodbEndpoint);
  const { accountId: awsAccountId, region: awsRegion } = ownerOf(options);
  return openEmbeddedDatabase({ store, awsAccountId, awsRegion, now: () => clock.now() });
}

type OnFailure = (failure: StorageFailure) => void;

async function start(options: LocalCloudOptions, opened: Opened, onFailure: OnFailure): Promise<Life> {
  const storage = await openStorage(options.data, onFailure);
  opened.add(() => storage.close());
  const { store } = storage;
  const clock = await clockFor(options, store);
  const database = databaseFor(options, storage, clock);
  opened.add(() => database.close());

  let door: { services: Services; control: ControlApi } | undefined;
  const enter = frontDoor(() => door);
  const listener = await listenHttp(options.awsPort ?? 0, enter);
  const endpoint = listener.url;
  let outputs: Record<string, string> = {};
  const publishIncoming = async (message: string): Promise<void> => {
    await services.host.topics.publish(
      incomingTopic(options.smsTopic ?? outputs['InboundSmsTopicArn'], services),
      { message },
    );
  };
  const oidc = options.oidc && (await openOidcIssuer(options.oidc, store));
  opened.add(() => oidc?.close());
  const issuer = oidc?.url;
  const assembly = options.assembly === undefined ? EMPTY : readAssembly(options.assembly);
  const faults = new Faults();
  const carrier = await SmsCarrier.open({ clock, store, faults, publishIncoming });
  const services = createServices({
    hasDistribution: hasDistribution(assembly),
    clock,
    store,
    database,
    logFile: storage.logFile,
    codeFolder: storage.codeFolder,
    endpoint,
    issuer,
    options,
    faults,
    carrier,
  });
  opened.add(() => services.logs.close());
  opened.add(() => services.madeFunctions.close());
  opened.add(() => services.host.lambda.close());
  opened.add(() => services.stepFunctions.close());
  opened.add(() => keepTime(store, clock));
  opened.add(() => clock.close());
  opened.add(() => listener.close());
  opened.add(async () => {
    const { apis, cdn } = services.host;
    for (const door of [...cdn.distributions, ...apis.values()]) await door.close();
  });
  await services.host.lambda.versions.load();
  outputs = await deploy(options, services, assembly, issuer);
  await resumeMade(services);
  const { pages = [], prices = LIST_PRICES } = options;
  const control = createControl(services, { clock, store, endpoint, issuer, outputs, pages, prices });
  door = { services, control };
  await begin(services);
  return facade({ services, clock, endpoint, issuer, outputs, prices, close: () => opened.close() });
}

/**
 * Begins a life. `onFailure` is told when the data folder can be written or read no more: whatever was acknowledged is
 * stored, nothing else is acknowledged, and the life is to be closed. Rejects with nothing left open.
 */
export async function beginLife(options: LocalCloudOptions, onFailure: OnFailure): Promise<Life> {
  const opened = new Opened();
  try {
    return await start(options, opened, onFailure);
  } catch (error) {
    await opened.close().catch(() => undefined);
    throw error;
  }
}
