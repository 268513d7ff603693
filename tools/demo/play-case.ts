import * as z from 'zod';
import { askedCode } from '../../domain/codes/asked-code.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { type ClosedAs, closedAsSchema } from '../../domain/request/timeline.js';
import type { Town } from '../../domain/town/schema.js';
import type { LocalCloud, SmsMessage } from '@small-grid/local-cloud';
import { phoneDirectory } from '../phone-directory.js';
import type { DemoCase, Person, ScriptedAnswer } from './demo-cases.js';
import type { DemoWords } from './demo-words.js';
import { stateWords } from './state-words.js';
import { Storyteller } from './storyteller.js';
import { ExecutionWatch } from './watch-execution.js';

const receiptSchema = z.object({ id: z.string(), trackingKey: z.string() });
const viewSchema = z.object({
  status: z.string(),
  closedAs: closedAsSchema.optional(),
  followUps: z.array(z.string()).optional(),
});

export interface Stage {
  readonly cloud: LocalCloud;
  readonly town: Town;
  readonly words: DemoWords;
  readonly print: (line: string) => void;
}

export interface Played {
  readonly request: string;
  readonly closedAs: ClosedAs | undefined;
  readonly followUps: readonly string[];
  readonly texts: number;
}

const MINUTE = 60_000;
/** A case that is still open after this long will not close; skipped milliseconds. */
const PATIENCE = 30 * 24 * 60 * MINUTE;

/** One case on the stage: who plays in it, and how it is told. */
interface Performance extends Stage {
  readonly play: DemoCase;
  readonly story: Storyteller;
  /** By phone: as what each is known; the whole the first time, the name alone after it. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly role: string }>;
  readonly met: Set<string>;
  /** By phone: the code of what each answered last; the reply to it names it. */
  readonly answered: Map<string, string>;
  /** All that the town texted since the executions were last looked at: nothing moves without. */
  readonly news: SmsMessage[];
}

function begin(stage: Stage, play: DemoCase): Performance {
  const { town, words, print, cloud } = stage;
  const people = phoneDirectory(town, cloud.url).people.map(
    ({ name, phone, roles: [role] }) => [phone, { name, role: role?.[words.language] ?? '' }] as const,
  );
  const story = new Storyteller(words, town.settings.timeZone, print);
  return { ...stage, play, story, people: new Map(people), met: new Set(), answered: new Map(), news: [] };
}

/** Plays one case through HTTP and SMS: every person answers as scripted, and time skips from one event to the next. */
export async function playCase(stage: Stage, play: DemoCase): Promise<Played> {
  const performance = begin(stage, play);
  const { cloud, news } = performance;
  const scripts = new Map(
    Object.entries(play.answers).map(([who, answers]) => [phoneOf(stage, play, who), [...answers]]),
  );
  const stop = cloud.sms.onSent((text) => {
    news.push(text);
    const answer = askedCode(text.body) === undefined ? undefined : scripts.get(text.to)?.shift();
    if (answer) scheduleAnswer(performance, text, answer);
  });
  try {
    const receipt = await submit(performance);
    const { view, texts } = await untilClosed(performance, receipt);
    performance.story.end();
    return { request: receipt.id, closedAs: view.closedAs, followUps: view.followUps ?? [], texts };
  } finally {
    stop();
  }
}

function phoneOf({ town }: Stage, play: DemoCase, who: string): string {
  return who === 'resident' ? play.resident : (town.staff.find(({ id }) => id === who)?.phone ?? who);
}

function whoIs({ play, people, met, words }: Performance, phone: string): string {
  if (phone === play.resident) return words.resident;
  const { name, role } = people.get(phone) ?? { name: phone, role: '' };
  const isKnown = met.has(phone) || role === '';
  met.add(phone);
  return isKnown ? name : words.introduced(name, role);
}

function scheduleAnswer(performance: Performance, text: SmsMessage, { after, says }: ScriptedAnswer): void {
  const { cloud, story, answered } = performance;
  const { clock, sms } = cloud;
  clock.schedule(clock.now() + after * MINUTE, () => {
    const code = askedCode(text.body) ?? '';
    const body = answerWith(code, says);
    answered.set(text.to, code);
    story.add(clock.now(), 'answer', performance.words.says(whoIs(performance, text.to), body));
    const end = clock.begin();
    void sms.receive({ from: text.to, to: text.from, body }).finally(end);
  });
}

/** An application is handed in by its word, the code behind it: "form K7Q3 1=yes". */
function answerWith(code: string, says: string): string {
  const [first = '', ...rest] = says.split(' ');
  return /^\d/.test(first) ? `${code} ${says}` : [first, code, ...rest].join(' ');
}

const submitter = ({ play, town }: Performance): Person | undefined =>
  typeof play.from === 'string' ? town.staff.find(({ id }) => id === play.from) : play.from;

async function submit(performance: Performance) {
  const { cloud, play, story, words } = performance;
  const { name, phone } = submitter(performance) ?? {};
  const response = await fetch(`${cloud.url}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...play.submission, name, phone }),
  });
  const body: unknown = await response.json();
  if (response.status !== 202) throw new Error(`the request was not accepted: ${JSON.stringify(body)}`);
  const receipt = receiptSchema.parse(body);
  const who = typeof play.from === 'string' ? whoIs(performance, phone ?? '') : (name ?? '');
  const said = words.submitted(who, showRequestId(receipt.id), play.submission.description);
  story.add(cloud.clock.now(), 'begins', said);
  return receipt;
}

/** Skips from timer to timer, telling what happens, until the request is closed; answers how many texts it took. */
async function untilClosed(performance: Performance, receipt: z.infer<typeof receiptSchema>) {
  const { clock } = performance.cloud;
  const watches = watchesOf(performance, receipt.id);
  const last = clock.now() + PATIENCE;
  let texts = 0;
  for (;;) {
    await clock.settled();
    const next = clock.nextTimer();
    const isOver = next === undefined || next > last;
    if (performance.news.length > 0 || isOver) {
      texts += hear(performance, showRequestId(receipt.id));
      const view = await look(performance, receipt, watches);
      performance.story.tell();
      if (isOver || view.closedAs !== undefined) return { view, texts };
    }
    await clock.advance(Math.max(0, (next ?? 0) - clock.now()));
  }
}

/** Takes up what was texted; answers how many texts were about the request. */
function hear(performance: Performance, request: string): number {
  const { news, story, words } = performance;
  const texts = news.splice(0);
  const own = texts.filter(({ body }) => body.includes(request));
  for (const { at, to, body } of own)
    story.add(
      at,
      isReply(performance, { to, body }) ? 'reply' : 'text',
      words.says(whoIs(performance, to), body),
    );
  story.textsOfOthers(texts.length - own.length);
  return own.length;
}

/** A reply leads to nothing, and what its answer set going may be texted before it in the same instant. */
function isReply({ answered }: Performance, { to, body }: Pick<SmsMessage, 'to' | 'body'>): boolean {
  const code = answered.get(to);
  return code !== undefined && body.includes(code);
}

async function look(
  { cloud, story, words }: Performance,
  { id, trackingKey }: z.infer<typeof receiptSchema>,
  watches: ExecutionWatch[],
) {
  for (const state of (await Promise.all(watches.map((watch) => watch.entered()))).flat()) {
    const said = stateWords(state, words);
    if (said !== undefined) story.add(state.at, 'state', said);
  }
  const response = await fetch(`${cloud.url}/requests/${id}?key=${trackingKey}`);
  return viewSchema.parse(await response.json());
}

function watchesOf({ cloud }: Stage, id: string): ExecutionWatch[] {
  const executions = ['RequestStateMachineArn', 'CoordinationStateMachineArn'].map((output, position) => {
    const machine = cloud.outputs[output] ?? '';
    return `${machine.replace(':stateMachine:', ':execution:')}:${position === 0 ? id : `${id}-1`}`;
  });
  return executions.map((arn) => new ExecutionWatch(cloud.endpoint, arn));
}
