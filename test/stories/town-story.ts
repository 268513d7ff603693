import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { openTable } from '../../adapters/dynamodb.js';
import { lean } from '../../adapters/sdk-client.js';
import { TownStore } from '../../adapters/town-store.js';
import type { Role } from '../../domain/access/permissions.js';
import type { Town } from '../../domain/town/schema.js';
import { createLocalCloud, type LocalCloud, type LocalCloudOptions } from '@small-grid/local-cloud';
import { askedCode } from '../../domain/codes/asked-code.js';
import { dialledPhone } from '../../domain/contact/national-number.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { CONSOLE_CLIENT, consoleSignIn, consoleUserId } from '../../tools/console-sign-in.js';
import { sampleTown } from '../towns/sample-town.js';
import { withoutCallerLimits } from '../towns/without-caller-limits.js';
import { formAskedFor } from './form-asked-for.js';
import { signIn } from '@small-grid/local-cloud/testing';

/** A Monday morning in working hours, Shandong time; the seed's year is too early for the sample town's leave. */
export const MONDAY_9_AM = Date.parse('2026-08-24T09:00:00+08:00');

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Submission {
  readonly name?: string;
  readonly phone?: string;
  readonly village?: string;
  readonly group?: number;
  readonly category?: string;
  readonly description?: string;
  readonly onBehalfOf?: { readonly name: string; readonly phone?: string };
  readonly location?: { readonly lat: number; readonly lng: number };
  readonly language?: 'zh-CN' | 'en';
  readonly [field: string]: unknown;
}

export interface Receipt {
  readonly id: string;
  readonly trackingKey: string;
  readonly trackingUrl: string;
}

export interface View {
  readonly id: string;
  readonly status: string;
  readonly path: string;
  readonly owner?: string;
  readonly dueAt?: string;
  readonly pausedSince?: string;
  readonly closedAs?: string;
  readonly followUps?: readonly string[];
  readonly timeline: readonly { readonly at: string; readonly type: string; readonly text: string }[];
  readonly ask?: {
    readonly id: string;
    readonly options: readonly { readonly option: string; readonly label: string }[];
  };
}

/** A number as a text to its own country names it. */
export const textedPhone = (phone: string): string => dialledPhone(phone, phone);

/** The sample resident of most stories; the name and the number are invented. */
export const RESIDENT = { name: '示例居民甲', phone: '+8619911110001' } as const;

/** Stories that share one DynamoDB Local have an access key each, and so tables of their own. */
function ownTables(endpoint: string | undefined): string | undefined {
  if (!endpoint) return undefined;
  const url = new URL(endpoint);
  url.username = `story${randomUUID().replaceAll('-', '')}`;
  return url.href;
}

/**
 * Sanhehu on a local cloud of its own, on skipped time. A story plays through HTTP and SMS only; what it may look at besides is what anybody can:
 * texts, the tracking page, and the executions that an administrator watches.
 */
export class TownStory {
  private sent = 0;
  /** Everything personal that the story typed, for the search at its end. */
  readonly typed = new Set<string>();

  private constructor(
    readonly cloud: LocalCloud,
    public town: Town,
    /** Every town of the deployment. */
    private readonly towns: Town[],
    /** What every call adds to name this town; empty for the one that is meant where none is named. */
    private readonly named = '',
  ) {}

  /**
   * With `console`, somebody of each role of each town can sign in; that costs a key, so only stories of it ask. Functions run in the host's
   * thread, in half the time; with `wire`, each runs in a thread of its own and calls AWS over HTTP, which one story of each way into the town does. What is to outlast a deployment is kept in a folder, `data`; `isKept` where the town lies in it already.
   */
  static async begin({
    at = MONDAY_9_AM,
    change = (t: Town): Town => t,
    console = false,
    wire = false,
    pages = [] as LocalCloudOptions['pages'],
    assembly = join(ROOT, 'cdk.out'),
    data = undefined as string | undefined,
    keepsAnswers = false,
    isKept = false,
    onCharge = undefined as LocalCloudOptions['onCharge'],
  } = {}): Promise<TownStory> {
    const dynamodbEndpoint = ownTables(process.env['DYNAMODB_ENDPOINT']);
    const towns: Town[] = [];
    const cloud = await createLocalCloud({
      assembly,
      clock: 'manual',
      ...(data === undefined ? {} : { data }),
      start: at,
      pages,
      onCharge,
      keepsAnswers,
      ...(wire ? {} : { simulation: { seed: 'of the story' } }),
      ...(dynamodbEndpoint ? { dynamodbEndpoint } : {}),
      ...(console ? { oidc: consoleSignIn(() => towns) } : {}),
    });
    const story = new TownStory(cloud, change(withoutCallerLimits(sampleTown())), towns);
    if (isKept) towns.push(story.town);
    else await story.import();
    return story;
  }

  /** Another town in the same deployment, with everything a story can do in it. */
  async beside(town: Town): Promise<TownStory> {
    const other = new TownStory(this.cloud, town, this.towns, town.settings.id);
    await other.import();
    return other;
  }

  private async import(): Promise<void> {
    await this.townStore().importTown(this.town);
    this.towns.push(this.town);
  }

  /** Without the wire, which would be half of what an import costs; how tools import over it is told by their own tests. */
  private townStore(): TownStore {
    return new TownStore(openTable(this.output('TableName'), this.cloud.endpoint, this.cloud.calls));
  }

  /** The next version of the town's data, as whoever keeps it imports it. */
  async change(how: (town: Town) => Town): Promise<void> {
    this.town = how(this.town);
    await this.townStore().importTown(this.town);
  }

  output(name: string): string {
    const value = this.cloud.outputs[name];
    if (value === undefined) throw new Error(`the stack has no output ${name}`);
    return value;
  }

  // --- people ---------------------------------------------------------------------------------------------------------

  phoneOf(staff: string): string {
    const found = this.town.staff.find(({ id }) => id === staff);
    if (!found) throw new Error(`the sample town has no ${staff}`);
    return found.phone;
  }

  /** Their number as a text names it. */
  textedPhoneOf(staff: string): string {
    return textedPhone(this.phoneOf(staff));
  }

  nameOf(staff: string): string {
    return this.town.staff.find(({ id }) => id === staff)?.name ?? '';
  }

  // --- the resident's door ----------------------------------------------------------------------------------------------

  http(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.cloud.url);
    if (this.named !== '' && !url.searchParams.has('town')) url.searchParams.set('town', this.named);
    return fetch(url, init);
  }

  submission(fields: Readonly<Record<string, unknown>> = {}): Submission {
    return {
      ...RESIDENT,
      village: 'zhukou',
      ...('group' in fields ? {} : { group: this.groupOf(52) }),
      category: 'street-light',
      description: '示例：门口路灯不亮',
      consent: true,
      ...fields,
    };
  }

  /** A group of Zhukou village that lies in this grid. */
  groupOf(grid: number): number {
    const found = this.town.villages.flatMap(({ groups }) => groups).find((group) => group.grid === grid);
    if (!found) throw new Error(`no group lies in grid ${grid}`);
    return found.number;
  }

  post(fields: Submission = {}, key?: string): Promise<Response> {
    const body = this.submission(fields);
    this.remember(body);
    return this.http('/requests', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
  }

  async submit(fields: Submission = {}, key?: string): Promise<Receipt> {
    const response = await this.post(fields, key);
    if (response.status !== 202) throw new Error(`not accepted: ${response.status} ${await response.text()}`);
    const receipt = (await response.json()) as Receipt;
    await this.cloud.clock.settled();
    return receipt;
  }

  async view({ id, trackingKey }: Receipt): Promise<View> {
    const response = await this.http(`/requests/${id}?key=${trackingKey}`);
    if (response.status !== 200) throw new Error(`not shown: ${response.status}`);
    return (await response.json()) as View;
  }

  /** The types of the timeline's entries, in order. */
  async timeline(receipt: Receipt): Promise<string[]> {
    return (await this.view(receipt)).timeline.map(({ type }) => type);
  }

  async answerOnline(receipt: Receipt, option: string, note?: string): Promise<Response> {
    const view = await this.view(receipt);
    const ask = option === 'withdraw' ? receipt.id : (view.ask?.id ?? 'none');
    if (note !== undefined) this.typed.add(note);
    const response = await this.http(`/requests/${receipt.id}/answers?key=${receipt.trackingKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ask, option, ...(note === undefined ? {} : { note }) }),
    });
    await this.cloud.clock.settled();
    return response;
  }

  // --- the console ------------------------------------------------------------------------------------------------------

  /** A token of somebody of this role, for stories that began with `console`. */
  async token(role: Role): Promise<string> {
    const { issuer } = this.cloud;
    if (issuer === undefined) throw new Error('begin the story with console: true');
    const user = consoleUserId(this.town.settings.id, role);
    return (await signIn({ issuer, clientId: CONSOLE_CLIENT, user })).access_token;
  }

  /** Calls the console as somebody of this role; what changes something has settled when it answers. */
  async admin(role: Role, path: string, method = 'GET', body?: unknown): Promise<Response> {
    const response = await this.http(path, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(role)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await this.cloud.clock.settled();
    return response;
  }

  // --- telephones -------------------------------------------------------------------------------------------------------

  /** Texts the town. `id` given again is the same message delivered again. */
  async text(from: string, body: string, id?: string): Promise<void> {
    this.sent += 1;
    const to = this.town.settings.sms.number;
    await this.cloud.sms.receive({ from, to, body, id: id ?? `story-${this.town.settings.id}-${this.sent}` });
    await this.cloud.clock.settled();
  }

  textsTo(phone: string): string[] {
    return this.cloud.sms
      .sent()
      .filter(({ to }) => to === phone)
      .map(({ body }) => body);
  }

  /** What a member of staff was asked about a request: no digest, no card, no supervision order. */
  asksTo(staff: string, { id }: Pick<Receipt, 'id'>): string[] {
    const texts = this.textsTo(this.phoneOf(staff)).filter((body) => body.includes(showRequestId(id)));
    return texts.filter((body) => askedCode(body) !== undefined && !body.includes('督办'));
  }

  /** The latest ask texted to this phone. */
  private askFor(phone: string): string {
    return this.textsTo(phone).findLast((body) => askedCode(body) !== undefined) ?? '';
  }

  lastTextTo(phone: string): string {
    return this.textsTo(phone).at(-1) ?? '';
  }

  /** The code of the latest ask texted to this phone. */
  codeFor(phone: string): string {
    const code = askedCode(this.askFor(phone));
    if (code === undefined) throw new Error(`no ask was texted to ${phone}`);
    return code;
  }

  /** A member of staff answers the latest ask they were texted. */
  async reply(staff: string, answer: string): Promise<void> {
    const phone = this.phoneOf(staff);
    const note = answer.replace(/^\d\s*/, '');
    if (note.length > 3) this.typed.add(note);
    // An application is handed in by its form.
    const asked = this.askFor(phone);
    const form = /^1(?!\d)/.test(answer) ? formAskedFor(this.town, asked) : undefined;
    await this.text(phone, `${this.codeFor(phone)} ${form ?? answer}`);
  }

  async replyAsResident(answer: string, phone: string = RESIDENT.phone): Promise<void> {
    await this.text(phone, `${this.codeFor(phone)} ${answer}`);
  }

  async advance(duration: string): Promise<void> {
    const response = await fetch(`${this.cloud.endpoint}/_local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: duration }),
    });
    if (response.status !== 200) throw new Error(`the clock did not move: ${await response.text()}`);
  }

  // --- things that go wrong -----------------------------------------------------------------------------------------------

  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(`${this.cloud.endpoint}/_local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (response.status !== 200) throw new Error(`the fault was not taken: ${await response.text()}`);
  }

  async clearFaults(): Promise<void> {
    await fetch(`${this.cloud.endpoint}/_local/faults`, { method: 'DELETE' });
  }

  // --- what an administrator sees -----------------------------------------------------------------------------------------

  /** Step Functions of the running town. */
  sfn(): SFNClient {
    return new SFNClient({
      endpoint: this.cloud.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'administrator', secretAccessKey: 'local' },
    });
  }

  private get machines(): string[] {
    const arn = this.output('RequestStateMachineArn');
    return [arn, this.output('CoordinationStateMachineArn')];
  }

  /** Every machine there is, those of the staff's tasks and the recurring systems too. */
  private get allMachines(): string[] {
    return Object.entries(this.cloud.outputs).flatMap(([name, value]) =>
      name.endsWith('StateMachineArn') ? [value] : [],
    );
  }

  /** Every execution of these machines, by default those of requests, with its input, output and whole history, as text. */
  async executions(
    machines: readonly string[] = this.machines,
  ): Promise<{ name: string; status: string; machine: string; text: string; states: string[] }[]> {
    const sfn = lean(this.sfn(), this.cloud.calls);
    const found = [];
    for (const stateMachineArn of machines) {
      const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
      for (const { executionArn, name = '', status = '' } of executions) {
        const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        const events = [];
        let nextToken: string | undefined;
        do {
          const page = await sfn.send(
            new GetExecutionHistoryCommand({ executionArn, nextToken, maxResults: 1000 }),
          );
          events.push(...(page.events ?? []));
          nextToken = page.nextToken;
        } while (nextToken);
        const states = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
        found.push({
          name,
          status,
          machine: stateMachineArn,
          states,
          text: JSON.stringify([described, events]),
        });
      }
    }
    sfn.destroy();
    return found;
  }

  /** What was typed and yet stands in an execution or a log line; there must be none. */
  async leaks(): Promise<string[]> {
    const executions = (await this.executions(this.allMachines)).map(({ text }) => text);
    const logs = this.cloud.logs().map((line) => JSON.stringify(line));
    const everything = [...executions, ...logs].join('\n');
    return [...this.typed].filter((value) =>
      [value, textedPhone(value)].some((written) => everything.includes(written)),
    );
  }

  async end(): Promise<void> {
    await this.cloud.close();
  }

  private remember(submission: Submission): void {
    const { name, phone, description, onBehalfOf, location } = submission;
    const values = [
      name,
      phone,
      phone?.replace(/^\+86/, ''),
      description,
      onBehalfOf?.name,
      onBehalfOf?.phone,
    ];
    for (const value of values) if (value !== undefined && value.length > 1) this.typed.add(value);
    if (location) this.typed.add(String(location.lat)).add(String(location.lng));
  }
}
