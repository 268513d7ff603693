import * as z from 'zod';
import { createCarrierPathStore } from '../../adapters/carrier-path-store.js';
import { createTownStore } from '../../adapters/town-store.js';
import type { Role } from '../../domain/access/permissions.js';
import type { RoundKind } from '../../domain/rounds/round.js';
import type { TaskDraft } from '../../domain/task/task-record.js';
import type { HttpCarrierSettings } from '../../domain/town/carrier-schema.js';
import type { Town } from '../../domain/town/schema.js';
import { type Access, createLocalCloud, type Fault, type LocalCloud } from '@small-grid/local-cloud';
import { askedCode } from '../../domain/codes/asked-code.js';
import { retryName } from '../../domain/codes/execution-name.js';
import { CONSOLE_CLIENT, consoleSignIn, consoleUserId } from '../../tools/console-sign-in.js';
import { everyItem } from '../stories/everything-stored.js';
import { formAskedFor } from '../stories/form-asked-for.js';
import { sampleTown } from '../towns/sample-town.js';
import { openTable } from '../../adapters/dynamodb.js';
import { RoundStore } from '../../adapters/round-store.js';
import { TaskStore } from '../../adapters/task-store.js';
import { storeTask } from '../../functions/workflow/open-task.js';
import { jpeg } from '../domain/photos/a-jpeg.js';
import { callJson, signIn } from '@small-grid/local-cloud/testing';

const MONDAY_9_AM = Date.parse('2026-08-24T09:00:00+08:00');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Invented people. */
export const RESIDENT = '+8619911110001';
export const NEIGHBOUR = '+8619911110002';

const receiptSchema = z.object({ id: z.string(), trackingKey: z.string() });
const viewSchema = z.looseObject({
  status: z.string(),
  closedAs: z.string().optional(),
  ask: z.object({ id: z.string() }).optional(),
  timeline: z.array(z.looseObject({ type: z.string() })),
});
const publishedSchema = z.object({ items: z.array(z.object({ request: z.string() })) });
const workPhotosSchema = z.object({ workPhotos: z.array(z.object({ id: z.string() })) });
const countsSchema = z.object({
  ApproximateNumberOfMessages: z.string(),
  ApproximateNumberOfMessagesNotVisible: z.string(),
});
const executionSchema = z.looseObject({ executionArn: z.string(), name: z.string(), status: z.string() });
const eventSchema = z.looseObject({ type: z.string() });
const FAILED = /^(?:LambdaFunction|Task)(?:Failed|TimedOut)$/;
export type Receipt = z.infer<typeof receiptSchema>;

/** The story did not go as it should; the message says where. */
export class StoryFailed extends Error {}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new StoryFailed(what);
}

/** Sanhehu on a host of its own, driven by HTTP and texts only; time stands still unless it is moved. */
export class HostedTown {
  private sent = 0;

  private constructor(
    readonly cloud: LocalCloud,
    readonly town: Town,
  ) {}

  /** Rejects when the assembly cannot be hosted, for example because a role lacks what AWS checks at once. */
  static async begin(
    assembly: string,
    { onAccess, console = false }: { onAccess?: (access: Access) => void; console?: boolean } = {},
  ): Promise<HostedTown> {
    const cloud = await createLocalCloud({
      assembly,
      clock: 'manual',
      start: MONDAY_9_AM,
      logLevel: 'silent',
      // Calls skip the wire, and are allowed or refused all the same.
      simulation: { seed: 'of the grants' },
      onAccess,
      ...(console ? { oidc: consoleSignIn(() => [sampleTown()]) } : {}),
    });
    const table = cloud.outputs['TableName'] ?? '';
    await createTownStore({ table, endpoint: cloud.endpoint }).importTown(sampleTown());
    return new HostedTown(cloud, sampleTown());
  }

  output(name: string): string {
    return this.cloud.outputs[name] ?? '';
  }

  end(): Promise<void> {
    return this.cloud.close();
  }

  phoneOf(staff: string): string {
    const phone = this.town.staff.find(({ id }) => id === staff)?.phone;
    if (phone === undefined) throw new Error(`the sample town has no ${staff}`);
    return phone;
  }

  async get(path: string, status = 200): Promise<unknown> {
    const response = await fetch(new URL(path, this.cloud.url));
    must(response.status === status, `GET ${path} was answered ${response.status}`);
    return (response.headers.get('content-type') ?? '').includes('json') ? response.json() : undefined;
  }

  /** A group of houses of this grid. */
  groupOf(grid: number): number | undefined {
    const groups = this.town.villages.flatMap((village) => village.groups);
    return groups.find((group) => group.grid === grid)?.number;
  }

  /** What the form sends. */
  submission(fields: Readonly<Record<string, unknown>> = {}): object {
    return {
      name: '示例居民甲',
      phone: RESIDENT,
      village: 'zhukou',
      group: this.groupOf(52),
      category: 'street-light',
      description: '示例：门口路灯不亮',
      consent: true,
      ...fields,
    };
  }

  async submit(fields: Readonly<Record<string, unknown>> = {}): Promise<Receipt> {
    const answer = await this.post('/requests', this.submission(fields));
    must(answer.status === 202, `POST /requests was answered ${answer.status}`);
    return receiptSchema.parse(answer.body);
  }

  /** Files a request as another program does, and answers its number. */
  async file(fields: Readonly<Record<string, string>>): Promise<string> {
    const response = await this.tryToFile(fields);
    must(response.status === 201, `a filing was answered ${response.status}`);
    const [filed] = z.array(z.object({ service_request_id: z.string() })).parse(await response.json());
    return filed?.service_request_id ?? '';
  }

  /** The same, whatever comes of it. */
  async tryToFile(fields: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(new URL('/open311/v2/requests.json', this.cloud.url), {
      method: 'POST',
      body: new URLSearchParams({
        description: '示例：路灯不亮',
        'attribute[consent]': 'yes',
        'attribute[village]': 'zhukou',
        'attribute[group]': '1',
        ...fields,
      }),
    });
    await this.cloud.clock.settled();
    return response;
  }

  /** From now on staff are texted links as well as codes. The week is checked on Tuesday: what is tried on Monday comes first. */
  allowLinks(): Promise<void> {
    const { settings } = this.town;
    const rounds = { ...settings.rounds, 'weekly-inspection': { on: 'tuesday', at: '08:30' } as const };
    return this.change(() => ({
      ...this.town,
      settings: { ...settings, rounds, sms: { ...settings.sms, links: true } },
    }));
  }

  /** From now on the grid team looks in again the day after a programme served somebody. */
  followUpNextDay(): Promise<void> {
    const programmes = this.town.programmes.map((programme) => ({ ...programme, followUpDays: [1] }));
    return this.change(() => ({ ...this.town, programmes }));
  }

  /** A carrier of the town's own hands over a text; answers whether the town said that it has it. */
  async handOver(from: string, content: string): Promise<boolean> {
    const { settings } = this.town;
    const names = { id: 'ref', from: 'src', to: 'mobile', body: 'content' };
    const carrier: HttpCarrierSettings = {
      kind: 'http',
      // Nobody listens there: what is sent is not looked at.
      url: 'http://127.0.0.1:9/send',
      format: 'json',
      names,
      timeoutSeconds: 1,
      attempts: 1,
      inbound: { addresses: ['127.0.0.1/32'], format: 'json', names },
    };
    await this.change((town) => ({ ...town, settings: { ...settings, sms: { ...settings.sms, carrier } } }));
    const table = this.cloud.outputs['TableName'] ?? '';
    const path = await createCarrierPathStore({ table, endpoint: this.cloud.endpoint }).renew(settings.id);
    const text = { ref: 'carried-1', src: from, mobile: settings.sms.number, content };
    return (await this.post(`/carrier/${path}`, text)).status === 202;
  }

  /** Imports the sample town again, changed. */
  async change(how: (town: Town) => Town): Promise<void> {
    const table = this.cloud.outputs['TableName'] ?? '';
    await createTownStore({ table, endpoint: this.cloud.endpoint }).importTown(how(this.town));
  }

  /** Calls the console as somebody of this role; fails unless it does what was asked. */
  async admin(role: Role, method: string, path: string, body?: unknown): Promise<unknown> {
    const { issuer = '' } = this.cloud;
    const user = consoleUserId(this.town.settings.id, role);
    const { access_token: token } = await signIn({ issuer, clientId: CONSOLE_CLIENT, user });
    const response = await fetch(new URL(path, this.cloud.url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    must(response.ok, `${method} ${path} was answered ${response.status}`);
    await this.cloud.clock.settled();
    return (response.headers.get('content-type') ?? '').includes('json') ? response.json() : undefined;
  }

  /** From now on no programme has more than one place. */
  async limitPlaces(): Promise<void> {
    const programmes = this.town.programmes.map((programme) =>
      programme.places ? { ...programme, places: { ...programme.places, count: 1 } } : programme,
    );
    const table = this.cloud.outputs['TableName'] ?? '';
    await createTownStore({ table, endpoint: this.cloud.endpoint }).importTown({ ...this.town, programmes });
  }

  /** Opens the latest link this member of staff was texted, and answers what it asks. */
  async answerByLink(staff: string, option: string, note?: string, form?: object): Promise<void> {
    const link = this.linkTo(staff);
    await this.get(link);
    const answer = await this.post(link, { option, note, form });
    must(answer.status === 202, `POST ${link} was answered ${answer.status}`);
  }

  /** Puts something right by the latest link this member of staff was texted. */
  async correctByLink(staff: string, correction: object): Promise<void> {
    const [path, query] = this.linkTo(staff).split('?');
    const status = await this.send(`${path}/corrections?${query}`, correction);
    must(status === 200, `a correction was answered ${status}`);
  }

  /** Adds a photo to a request, and answers which. */
  photograph({ id, trackingKey }: Receipt): Promise<string> {
    return this.sendPhoto(`/requests/${id}/photos?key=${trackingKey}`);
  }

  private async sendPhoto(path: string): Promise<string> {
    const response = await fetch(new URL(path, this.cloud.url), {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      body: Buffer.from(jpeg()),
    });
    must(response.status === 201, `a photo was answered ${response.status}`);
    return z.object({ id: z.string() }).parse(await response.json()).id;
  }

  /** Adds a photo to the answer that this member of staff gave by their latest link, and answers which. */
  async showWorkByLink(staff: string): Promise<string> {
    const [path, query] = this.linkTo(staff).split('?');
    return this.sendPhoto(`${path}/photos?${query}`);
  }

  /** Copies of photos of it are shown to everybody, as its resident agreed. */
  async putOnBoard({ id, trackingKey }: Receipt): Promise<void> {
    const agreed = await this.send(`/requests/${id}/photo-consent?key=${trackingKey}`, { agreed: true });
    must(agreed === 200, 'its resident cannot agree');
    const copy = Buffer.from(jpeg()).toString('base64');
    await this.admin('duty-desk', 'POST', `/admin/requests/${id}/published-photos`, {
      before: copy,
      after: copy,
      nobodySeen: true,
    });
    must((await this.photosOnBoard()).includes(id), 'they are not on the board');
  }

  /** Of which requests everybody may see photos. */
  async photosOnBoard(): Promise<string[]> {
    const { items } = publishedSchema.parse(await this.get('/board/photos'));
    return items.map(({ request }) => request);
  }

  /** Which photos of what was done the resident is told of. */
  async workPhotosOf({ id, trackingKey }: Receipt): Promise<string[]> {
    const view = await this.get(`/requests/${id}?key=${trackingKey}`);
    return workPhotosSchema.parse(view).workPhotos.map((photo) => photo.id);
  }

  /** Looks at a photo by the latest link this member of staff was texted. */
  async seeByLink(staff: string, photo: string): Promise<void> {
    const [path, query] = this.linkTo(staff).split('?');
    await this.get(`${path}/photos/${photo}?${query}`);
  }

  /** The path and query of the latest link that this member of staff was texted. */
  private linkTo(staff: string): string {
    const link = this.textsTo(this.phoneOf(staff))
      .flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? [])
      .at(-1);
    must(link !== undefined, `no link was texted to ${staff}`);
    const { pathname, search } = new URL(link ?? '', this.cloud.url);
    return pathname + search;
  }

  /** Opens the list of the week's visits that this grid head was texted, and records one. */
  async visitByLink(staff: string, visit: object): Promise<void> {
    const link = this.linkTo(staff);
    await this.get(link);
    const answer = await this.post(link, { visits: [visit] });
    must(answer.status === 202, `POST ${link} was answered ${answer.status}`);
  }

  /** Signs a member of staff in by the code they are texted, and answers what lets them call as themselves. */
  async signIn(staff: string): Promise<(method: string, path: string, body?: object) => Promise<unknown>> {
    const phone = this.phoneOf(staff);
    await this.post('/staff/codes', { phone });
    await this.cloud.clock.settled();
    const code = /\d{8}/.exec(this.textsTo(phone).at(-1) ?? '')?.[0];
    must(code !== undefined, `no code was texted to ${staff}`);
    const response = await this.fetchJson('POST', '/staff/sessions', { phone, code });
    must(response.status === 201, `${staff} was not let in: ${response.status}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return async (method, path, body) => {
      const answer = await this.fetchJson(method, path, body, { cookie });
      must(answer.ok, `${method} ${path} was answered ${answer.status}`);
      return answer.json();
    };
  }

  /** Opens a follow-up of this request, as the daily close does. */
  followUp({ id: request }: Pick<Receipt, 'id'>): Promise<void> {
    const title = { 'zh-CN': '示例回访', en: 'sample' };
    return this.openTask('FollowUpStateMachineArn', {
      town: 'sanhehu',
      purpose: `follow-up/${request}/2026-08-24`,
      kind: 'follow-up',
      title,
      to: { ladder: 'team', grid: 52 },
      grid: 52,
      request,
    });
  }

  /** Asks the head of grid 52 to put something right, as an inspection does. */
  rectify(): Promise<void> {
    return this.openTask('StaffTaskStateMachineArn', {
      town: 'sanhehu',
      purpose: 'rectification/sample',
      kind: 'rectification',
      title: { 'zh-CN': '接待登记', en: 'reception log' },
      to: { ladder: 'grid', grid: 52 },
      grid: 52,
      finding: { words: '示例：登记不全', by: 'inspection-team-1', check: 'sample' },
    });
  }

  private async openTask(machine: string, draft: TaskDraft): Promise<void> {
    const { endpoint, outputs } = this.cloud;
    const tasks = new TaskStore(openTable(outputs['TableName'] ?? '', endpoint));
    const { id } = await storeTask({ tasks }, draft, MONDAY_9_AM);
    await callJson(this.cloud, 'AWSStepFunctions.StartExecution', {
      stateMachineArn: outputs[machine],
      name: id,
      input: JSON.stringify({ contract: 1, town: draft.town, task: id }),
    });
    await this.cloud.clock.settled();
  }

  /** What its page asks the resident of a request. */
  async askedOnline({ id, trackingKey }: Receipt): Promise<string> {
    const { ask } = viewSchema.parse(await this.get(`/requests/${id}?key=${trackingKey}`));
    return ask?.id ?? 'none';
  }

  /** Answers what its page asks, or what it asked when it was opened. */
  async answerOnline(request: Receipt, option: string, opened?: string, note?: string): Promise<number> {
    const { id, trackingKey } = request;
    const ask = option === 'withdraw' ? id : (opened ?? (await this.askedOnline(request)));
    const body = { ask, option, note };
    return (await this.post(`/requests/${id}/answers?key=${trackingKey}`, body)).status;
  }

  /** Adds a word to a request on its resident's page. */
  async addOnline({ id, trackingKey }: Receipt, words: string): Promise<void> {
    const answer = await this.post(`/requests/${id}/remarks?key=${trackingKey}`, { words });
    must(answer.status === 202, `a remark was answered ${answer.status}`);
  }

  /** Fails unless the request now stands like this, and its execution is over when the request is. */
  async expect({ id, trackingKey }: Receipt, status: string, closedAs?: string): Promise<void> {
    const view = viewSchema.parse(await this.get(`/requests/${id}?key=${trackingKey}`));
    must(view.status === status && view.closedAs === closedAs, `${id} is ${view.status} ${view.closedAs}`);
    if (closedAs !== undefined) await this.execution(id, 'SUCCEEDED');
  }

  /** Fails unless the request was opened again, and its next execution works on it already. */
  async goesOn(request: Receipt): Promise<void> {
    await this.expect(request, 'accepted');
    await this.execution(retryName(request.id) ?? '', 'RUNNING');
  }

  private async execution(name: string, status: string): Promise<void> {
    const arn = this.cloud.outputs['RequestStateMachineArn']?.replace(':stateMachine:', ':execution:');
    const { body } = await callJson(this.cloud, 'AWSStepFunctions.DescribeExecution', {
      executionArn: `${arn}:${name}`,
    });
    must(body['status'] === status, `the execution ${name} is ${String(body['status'])}`);
  }

  /** Fails unless this round was held and its report stored. */
  async report(kind: RoundKind, date: string): Promise<void> {
    const rounds = new RoundStore(openTable(this.cloud.outputs['TableName'] ?? '', this.cloud.endpoint));
    must((await rounds.find('sanhehu', kind, date)) !== undefined, `no ${kind} of ${date} is stored`);
  }

  /** Fails unless the request's timeline has such an entry. */
  async has({ id, trackingKey }: Receipt, type: string): Promise<void> {
    const { timeline } = viewSchema.parse(await this.get(`/requests/${id}?key=${trackingKey}`));
    must(
      timeline.some((entry) => entry.type === type),
      `${id} has no ${type}`,
    );
  }

  /** Fails unless every text that came in was acted on and none is to be tried again. */
  async allTaken(): Promise<void> {
    const { body } = await callJson(this.cloud, 'AmazonSQS.ListQueues', {});
    for (const QueueUrl of z.array(z.string()).parse(body['QueueUrls'])) {
      const counted = await callJson(this.cloud, 'AmazonSQS.GetQueueAttributes', {
        QueueUrl,
        AttributeNames: ['All'],
      });
      const counts = countsSchema.parse(counted.body['Attributes']);
      must(
        Object.values(counts).every((count) => count === '0'),
        `texts are left in ${QueueUrl}`,
      );
    }
  }

  /** Fails where a function that nobody waits for failed. */
  nothingBrokeOff(): void {
    const broken = this.cloud.logs().filter(({ text }) => text.includes('Invoke Error'));
    must(broken.length === 0, `functions broke off ${broken.length} times`);
  }

  async text(from: string, body: string, id?: string): Promise<void> {
    this.sent += 1;
    await this.cloud.sms.receive({
      from,
      to: this.town.settings.sms.number,
      body,
      id: id ?? `text-${this.sent}`,
    });
    await this.cloud.clock.settled();
  }

  textsTo(phone: string): string[] {
    return this.cloud.sms.sent().flatMap(({ to, body }) => (to === phone ? [body] : []));
  }

  /** Fails unless the last text to this phone contains these words. */
  told(phone: string, words: string): void {
    const last = this.textsTo(phone).at(-1);
    must(last?.includes(words) === true, `the last text to ${phone} is ${last}`);
  }

  /** Fails unless this phone was ever texted these words. */
  wasTold(phone: string, words: string): void {
    must(
      this.textsTo(phone).some((text) => text.includes(words)),
      `${phone} was never told ${words}`,
    );
  }

  /** Fails unless this phone was texted these words at the first try, and they stand in the log as sent. */
  async wasToldAtOnce(phone: string, words: string): Promise<void> {
    this.told(phone, words);
    const tried = this.cloud.logs().filter(({ text }) => text.includes('carrier did not take a text'));
    must(tried.length === 0, `the carrier did not take ${tried.length} texts`);
    const stored = (await everyItem(this)).some(
      ({ pk, text }) => pk.includes('#text#') && text.includes(words) && !text.includes('"heldKey":'),
    );
    must(stored, `no log says that ${phone} was told ${words}`);
  }

  /**
   * Answers the `nth` ask texted to this phone, or the latest with these words; by default the latest: rounds of one
   * moment ask in any order. An application is handed in by its form.
   */
  async reply(phone: string, answer: string, which: number | string = -1): Promise<void> {
    const asks = this.textsTo(phone).filter((body) => askedCode(body) !== undefined);
    const asked = typeof which === 'number' ? asks.at(which) : asks.findLast((body) => body.includes(which));
    must(asked !== undefined, `no ask was texted to ${phone}`);
    const form = answer === '1' ? formAskedFor(this.town, asked ?? '') : undefined;
    await this.text(phone, `${askedCode(asked ?? '')} ${form ?? answer}`);
  }

  staffReply(staff: string, answer: string, which?: number | string): Promise<void> {
    return this.reply(this.phoneOf(staff), answer, which);
  }

  /** From the next text on, to this phone or to any, nothing can be stored until somebody repairs it: whoever sent it breaks off. */
  failAfterNextText(phone?: string): void {
    const forget = this.cloud.sms.onSent(({ to }) => {
      if (phone !== undefined && to !== phone) return;
      forget();
      this.fault({ service: 'dynamodb', action: 'PutItem', error: 'InternalServerError' });
    });
  }

  /** Fails unless no execution of this machine, named as the stack's output names it, is under way any more. */
  async over(machine: string): Promise<void> {
    const { body } = await callJson(this.cloud, 'AWSStepFunctions.ListExecutions', {
      stateMachineArn: this.cloud.outputs[machine],
    });
    for (const { name, status } of z.array(executionSchema).parse(body['executions']))
      must(status === 'SUCCEEDED', `${name} of ${machine} is ${status}`);
  }

  /** Fails unless every execution of this machine went without a failed task: what a retry makes good is no good run. */
  async ranWell(machine: string): Promise<void> {
    const { body } = await callJson(this.cloud, 'AWSStepFunctions.ListExecutions', {
      stateMachineArn: this.cloud.outputs[machine],
    });
    for (const { executionArn } of z.array(executionSchema).parse(body['executions'])) {
      const history = await callJson(this.cloud, 'AWSStepFunctions.GetExecutionHistory', { executionArn });
      const failed = z
        .array(eventSchema)
        .parse(history.body['events'])
        .filter(({ type }) => FAILED.test(type));
      must(failed.length === 0, `${failed.length} tasks of ${executionArn} failed`);
    }
  }

  /** From now on nobody sends later what a run could not, until a repair. */
  leaveUnsent(): void {
    this.fault({ function: 'SweepRequests', error: 'Broken', times: 999 });
  }

  fault(fault: Fault): void {
    this.cloud.faults.add(fault);
  }

  repair(): void {
    this.cloud.faults.clear();
  }

  /** Fails unless this alarm is there and not raised. */
  calm(alarm: string): void {
    const found = this.cloud.alarms().find(({ name }) => name.endsWith(alarm));
    must(found?.state === 'OK', `${alarm} is ${found?.state ?? 'no alarm'}`);
  }

  advance(milliseconds: number): Promise<void> {
    return this.cloud.clock.advance(milliseconds);
  }

  private fetchJson(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(new URL(path, this.cloud.url), {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Posts something, and answers with which status it was answered. */
  async send(path: string, body: object): Promise<number> {
    return (await this.post(path, body)).status;
  }

  private async post(path: string, body: object): Promise<{ status: number; body: unknown }> {
    const response = await this.fetchJson('POST', path, body);
    const answer: unknown = await response.json();
    await this.cloud.clock.settled();
    return { status: response.status, body: answer };
  }
}
