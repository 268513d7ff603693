import { retryName } from '../../domain/codes/execution-name.js';
import { openTask, type TaskDraft } from '../../domain/task/task-record.js';
import type { Programme, Town } from '../../domain/town/schema.js';
import { aRequest, nowhere } from '../domain/request/a-request.js';
import { caseTown, SURGERY } from '../domain/request/case-town.js';
import { aTask } from '../domain/task/task-play.js';
import type { AskedWork, Reply } from './asked-work.js';
import type { Failing, MachinesAtWork } from './machines-at-work.js';
import { RequestAtWork } from './request-at-work.js';
import { TaskAtWork } from './task-at-work.js';
import type { RequestRecord } from '../../domain/request/record.js';

/** A request from its report to its end: what people answer in turn, then whatever leads on. */
export interface Life {
  readonly record: (id: string) => RequestRecord;
  readonly replies?: readonly Reply[];
  /** Whether its programme has a place, each time that it asks. */
  readonly places?: readonly boolean[];
  readonly duplicateOf?: string;
}

const PLACES: NonNullable<Programme['places']> = {
  stage: 'approvals',
  count: 1,
  per: 'total',
  need: [],
  tellAt: [],
  waitWithin: { days: 20 },
  reviewEvery: { days: 10 },
};

/** Its surgery has places, and its holidays are of no consequence. */
const town: Town = caseTown({
  settings: { ...caseTown().settings, holidays: 'none' },
  programmes: caseTown().programmes.map((one) =>
    one.id === 'surgery' ? { ...SURGERY, places: PLACES } : one,
  ),
});

const of = (category: string) => (id: string) => aRequest({ id, category }, town);

/** The short ones first: what they come to is tried in them. */
export const LIVES: Readonly<Record<string, Life>> = {
  'words that are asked back, and answered': {
    record: (id) =>
      aRequest(
        { id, category: 'other', channel: 'sms', unsure: { categories: ['road', 'street-light'] } },
        town,
      ),
    replies: ['said'],
  },
  'words that leave open what it is': {
    record: (id) =>
      aRequest(
        { id, category: 'other', channel: 'sms', unsure: { categories: ['road', 'street-light'] } },
        town,
      ),
    replies: ['silence'],
  },
  'another report of one event': {
    record: of('street-light'),
    replies: ['same', 'silence'],
    duplicateOf: '2ABCDEFG',
  },
  'a street light that nobody takes at first': {
    record: of('street-light'),
    replies: ['silence', 'accept', 'silence', 'extend', 'done', 'unsatisfied', 'accept', 'done', 'satisfied'],
  },
  'what nobody can place at first': {
    record: (id) => ({ ...nowhere(), id }),
    replies: ['silence', 'place', 'transfer', 'done', 'silence'],
  },
  'an emergency': { record: of('gas-leak') },
  'a petition': { record: of('petition'), replies: ['accept', 'session', 'done'] },
  'work of a department that says that it is not theirs': {
    record: of('road'),
    replies: ['accept', 'refuse', 'accept', 'done'],
  },
  'a programme that is refused': { record: of('surgery'), replies: ['accept', 'done', 'refuse'] },
  'a programme that waits too long for a place': {
    record: of('surgery'),
    replies: ['accept', 'done'],
    places: [false, false, false],
  },
  'a programme that lacks documents and waits for a place': {
    record: of('surgery'),
    replies: [
      'accept',
      'done',
      'documents',
      'done',
      'brought',
      'documents',
      'silence',
      'allow',
      'silence',
      'silence',
    ],
    places: [false, true],
  },
};

export interface TaskLife {
  readonly task: Partial<TaskDraft>;
  readonly replies?: readonly Reply[];
}

const inspection = { round: 'monthly-inspection/2026-08', request: '7Q3K9M2X' } as const;
export const TASK_LIVES: Readonly<Record<string, TaskLife>> = {
  'a follow-up': { task: {}, replies: ['silence', 'problem'] },
  'a check': { task: { ...inspection, kind: 'check', method: 'field' }, replies: ['passed'] },
  'a call': { task: { ...inspection, kind: 'call' }, replies: ['not-reached'] },
  'what is put right': {
    task: { kind: 'rectification' },
    replies: ['silence', 'extend', 'done', 'failed', 'done'],
  },
  'what is checked again': {
    task: { kind: 'rectification', finding: { words: 'sample', by: 'l1', check: '2ABCDEFG' } },
    replies: ['done', 'failed'],
  },
  'a supervision order': { task: { kind: 'supervision' } },
  'a review': { task: { kind: 'review' } },
};

/** What came of it, and what was asked of whom on the way. */
export interface Lived {
  readonly end: string | undefined;
  readonly happened: readonly string[];
  readonly put: readonly string[];
  /** How often an execution had to be begun again. */
  readonly retries: number;
  /** States that called something. */
  readonly called: ReadonlySet<string>;
}

/** Turns of the clock: beyond them something waits for ever, or runs in a circle. */
const TURNS = 400;

interface Running {
  readonly host: MachinesAtWork;
  readonly machine: 'resident-request' | 'follow-up' | 'staff-task';
  readonly id: string;
  readonly ids: object;
}

/** Time passes, people answer, and whoever runs the town begins anew what ended. */
async function run({ host, machine, id, ids }: Running, work: AskedWork<{ to: string }>): Promise<number> {
  host.works.set(id, work);
  await host.start(machine, id, ids);
  let [name, retries] = [id, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await host.clock.settled();
    const status = await host.statusOf(machine, name);
    if (status === 'SUCCEEDED') return retries;
    if (status !== 'RUNNING') {
      name = retryName(name) ?? name;
      retries += 1;
      await host.start(machine, name, ids);
    } else if (!(await work.isAnswered())) {
      const next = host.clock.nextEvent();
      if (next === undefined) throw new Error('it waits for ever');
      await host.clock.advance(Math.max(0, next - host.clock.now()));
    }
  }
  throw new Error('it does not end');
}

/** That it failed, and that its coordination and its stage began once more, stands in the timeline besides. */
const OF_FAILURES: ReadonlySet<string> = new Set([
  'attention',
  'resumed',
  'coordinating',
  'stage',
  'unpaused',
]);
const happened = (timeline: readonly { readonly type: string }[]): string[] =>
  timeline.map(({ type }) => type).filter((type) => !OF_FAILURES.has(type));

let lived = 0;

export interface Disturbed {
  readonly failing?: readonly Failing[];
  /** The state whose first token is lost. */
  readonly loses?: string;
}

function disturb(work: AskedWork<{ to: string }>, { failing = [], loses }: Disturbed): void {
  work.failing = [...failing];
  work.loses = loses;
}

export async function live(host: MachinesAtWork, life: Life, disturbed: Disturbed = {}): Promise<Lived> {
  lived += 1;
  const id = `R${lived}`;
  const work = new RequestAtWork(
    host,
    { ...life.record(id), createdAt: host.clock.now() },
    town,
    life.replies ?? [],
    [...(life.places ?? [])],
    life.duplicateOf,
  );
  disturb(work, disturbed);
  const retries = await run({ host, machine: 'resident-request', id, ids: { request: id } }, work);
  const { closedAs, timeline } = work.record;
  return { end: closedAs, happened: happened(timeline), put: work.put, retries, called: work.called };
}

export async function liveTask(
  host: MachinesAtWork,
  life: TaskLife,
  disturbed: Disturbed = {},
): Promise<Lived> {
  lived += 1;
  const id = `T${lived}`;
  const { purpose, kind, title, to, grid } = aTask();
  const draft = {
    town: 'small-town',
    purpose,
    kind,
    title,
    to,
    ...(grid === undefined ? {} : { grid }),
    ...life.task,
  };
  const work = new TaskAtWork(host, openTask(draft, id, host.clock.now()), town, life.replies ?? []);
  disturb(work, disturbed);
  const machine = draft.kind === 'follow-up' ? 'follow-up' : 'staff-task';
  const retries = await run({ host, machine, id, ids: { task: id } }, work);
  const { result, timeline } = work.task;
  return { end: result, happened: happened(timeline), put: work.put, retries, called: work.called };
}
