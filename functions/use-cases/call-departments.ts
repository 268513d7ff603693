import type { AskItem } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import { callBeside, type Call } from '../../domain/request/call-departments.js';
import type { Rules } from '../../domain/request/decision.js';
import type { Next, RequestRecord } from '../../domain/request/record.js';
import { entriesOf } from '../../domain/request/timeline.js';
import type { Town } from '../../domain/town/schema.js';
import { type Answering, answerAsk } from './answer-ask.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';

export interface Calling extends Call {
  /** The message that brought the call: the same again changes nothing. */
  readonly key: string;
}

type Effects = Answering & Services<{ requests: 'save' }>;

/** Calls departments to a request, whoever has it now. False where nobody could be called who is not asked already. */
export async function callDepartments(
  services: Effects,
  town: Town,
  record: RequestRecord,
  call: Calling,
): Promise<boolean> {
  const waiting = record.asks.find(
    ({ kind, stage }) => stage === undefined && (kind === 'acceptance' || kind === 'outcome'),
  );
  return waiting
    ? answerWithCall(services, town, record, { ...call, n: waiting.n })
    : callToStage(services, await rulesIn(services, town, record), record, call);
}

/** Whoever is asked to take it, or handles it, is answered for: the call is what becomes of it. */
async function answerWithCall(
  services: Effects,
  town: Town,
  record: RequestRecord,
  { departments, note, n, by, at, key }: Calling & { n: number },
): Promise<boolean> {
  const ask = await services.asks.find({ town: record.town, of: 'request', subject: record.id, n });
  if (!ask) return false;
  const names = town.departments
    .filter(({ id }) => departments.includes(id))
    .map(({ name }) => name[town.settings.defaultLanguage]);
  const words = names.join('、');
  const answered = await answerAsk(services, town, ask, {
    option: 'call',
    by,
    note: note === '' ? words : `${words}：${note}`,
    at,
    key,
  });
  return answered.kind === 'recorded';
}

/** The record first; then the open stage's tasks are let go, and it opens anew with its asks. Repeated it goes on. */
async function callToStage(
  services: Effects,
  rules: Rules,
  { town, id }: RequestRecord,
  { key, ...call }: Calling,
): Promise<boolean> {
  const called = await changeRequest(services, town, id, async (now) => {
    const isDone = entriesOf(now, 'called-in').some(
      ({ at, by, departments }) =>
        at === call.at && by === call.by && departments.some((id) => call.departments.includes(id)),
    );
    const result = isDone ? { record: now, notices: [] } : callBeside(now, rules, call);
    return { record: isDone ? undefined : result?.record, result };
  });
  if (!called) return false;
  const { record, notices } = called;
  await sendNotices(services, { record, rules, notices, purpose: `called-in:${key}`, at: call.at });
  const asks = await services.asks.ofRequest(town, id);
  for (const ask of asks)
    if (ask.subject === id && ask.state === 'open' && ask.stage !== undefined)
      await services.workflow.resolve(ask.token, letGo(ask));
  return true;
}

const DONE: Next = { to: 'finished' };

/** Its step is done as far as the machine knows; an earlier one asks by itself what follows. */
const letGo = ({ hears, n }: AskItem): object => (hears === 'next' ? DONE : { n, option: 'let-go' });
