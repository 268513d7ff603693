import * as z from 'zod';
import { localDate, localTime } from '../../domain/calendar/local-time.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { Town } from '../../domain/town/schema.js';
import type { LocalCloud, SmsMessage } from '@small-grid/local-cloud';
import { askedCode } from '../../domain/codes/asked-code.js';
import type { DemoCase, ScriptedAnswer } from './demo-cases.js';
import type { DemoWords } from './demo-words.js';
import { type EnteredState, ExecutionWatch } from './watch-execution.js';

const receiptSchema = z.object({ id: z.string(), trackingKey: z.string() });
const viewSchema = z.object({
  status: z.string(),
  closedAs: z.string().optional(),
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
  readonly closedAs: string | undefined;
  readonly followUps: readonly string[];
  readonly texts: number;
}

const MINUTE = 60_000;
/** A case that is still open after this long will not close; skipped milliseconds. */
const PATIENCE = 30 * 24 * 60 * MINUTE;

/** Plays one case through HTTP and SMS: every person answers as scripted, and time skips from one event to the next. */
export async function playCase(stage: Stage, play: DemoCase): Promise<Played> {
  const { cloud, words } = stage;
  const news = { since: true };
  const scripts = new Map(
    Object.entries(play.answers).map(([who, answers]) => [phoneOf(stage, play, who), [...answers]]),
  );
  let texts = 0;
  const stop = cloud.sms.onSent((text) => {
    texts += 1;
    news.since = true;
    line(stage, text.at, words.text, `${whoIs(stage, play, text.to)}: ${text.body}`);
    const answer = askedCode(text.body) === undefined ? undefined : scripts.get(text.to)?.shift();
    if (answer) scheduleAnswer(stage, play, text, answer);
  });
  try {
    const receipt = await submit(stage, play);
    line(stage, cloud.clock.now(), words.state, words.submitted(showRequestId(receipt.id)));
    const view = await untilClosed(stage, receipt, news);
    return { request: receipt.id, closedAs: view.closedAs, followUps: view.followUps ?? [], texts };
  } finally {
    stop();
  }
}

function phoneOf({ town }: Stage, play: DemoCase, who: string): string {
  return who === 'resident' ? play.resident : (town.staff.find(({ id }) => id === who)?.phone ?? who);
}

function whoIs({ town, words }: Stage, play: DemoCase, phone: string): string {
  if (phone === play.resident) return words.resident;
  const person = town.staff.find((candidate) => candidate.phone === phone);
  const department = town.departments.find(({ contacts }) => person && contacts.includes(person.id));
  const role = department?.name[words.language] ?? person?.id ?? phone;
  return `${person?.name ?? ''} (${role})`;
}

function scheduleAnswer(
  stage: Stage,
  play: DemoCase,
  text: SmsMessage,
  { after, says }: ScriptedAnswer,
): void {
  const { clock, sms } = stage.cloud;
  clock.schedule(clock.now() + after * MINUTE, () => {
    const body = `${askedCode(text.body) ?? ''} ${says}`;
    line(stage, clock.now(), stage.words.answer, `${whoIs(stage, play, text.to)}: ${body}`);
    const end = clock.begin();
    void sms.receive({ from: text.to, to: text.from, body }).finally(end);
  });
}

async function submit({ cloud }: Stage, play: DemoCase) {
  const response = await fetch(`${cloud.url}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(play.submission),
  });
  const body: unknown = await response.json();
  if (response.status !== 202) throw new Error(`the request was not accepted: ${JSON.stringify(body)}`);
  return receiptSchema.parse(body);
}

/** Skips from timer to timer, printing the states the executions enter, until the request is closed. */
async function untilClosed(
  stage: Stage,
  receipt: z.infer<typeof receiptSchema>,
  /** Whether anybody was texted since the executions were last looked at: nothing moves without. */
  news: { since: boolean },
) {
  const { clock } = stage.cloud;
  const watches = watchesOf(stage, receipt.id);
  const last = clock.now() + PATIENCE;
  for (;;) {
    await clock.settled();
    if (news.since) {
      news.since = false;
      const view = await look(stage, receipt, watches);
      if (view.closedAs !== undefined) return view;
    }
    const next = clock.nextTimer();
    if (next === undefined || next > last) return look(stage, receipt, watches);
    await clock.advance(Math.max(0, next - clock.now()));
  }
}

async function look(
  stage: Stage,
  { id, trackingKey }: z.infer<typeof receiptSchema>,
  watches: ExecutionWatch[],
) {
  const entered = (await Promise.all(watches.map((watch) => watch.entered()))).flat();
  for (const state of entered.filter(isBusinessStep)) line(stage, state.at, stage.words.state, state.name);
  const response = await fetch(`${stage.cloud.url}/requests/${id}?key=${trackingKey}`);
  return viewSchema.parse(await response.json());
}

/** Choices and bookkeeping are left out; the AWS CLI shows them all. */
const isBusinessStep = ({ name }: EnteredState): boolean =>
  !name.endsWith('?') && !name.startsWith('Record ');

function watchesOf({ cloud }: Stage, id: string): ExecutionWatch[] {
  const executions = ['RequestStateMachineArn', 'CoordinationStateMachineArn'].map((output, position) => {
    const machine = cloud.outputs[output] ?? '';
    return `${machine.replace(':stateMachine:', ':execution:')}:${position === 0 ? id : `${id}-1`}`;
  });
  return executions.map((arn) => new ExecutionWatch(cloud.endpoint, arn));
}

function line({ town, print }: Stage, at: number, what: string, words: string): void {
  const { timeZone } = town.settings;
  print(`${localDate(at, timeZone).slice(5)} ${localTime(at, timeZone)}  ${what.padEnd(6)}  ${words}`);
}
