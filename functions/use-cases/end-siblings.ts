import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AskKind } from '../../domain/asks/ask-kinds.js';
import type { Rules } from '../../domain/request/decision.js';
import { settledBeside } from '../../domain/request/milestones.js';
import { programmeOf } from '../../domain/request/programme-of.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { loadRules } from './load-rules.js';
import { supersedeAsks } from './supersede-asks.js';
import type { Settling } from './settle-ask.js';

type Effects = Settling &
  Services<{
    requests: 'read';
    asks: 'list';
    towns: 'read';
  }>;

/** Kinds that are asked for a programme's stage. */
const OF_A_STAGE: ReadonlySet<AskKind> = new Set([
  'application',
  'approval',
  'appointment',
  'report',
  'returned',
  'documents',
  'sign-off',
]);

/**
 * A refusal, or a report that was joined, ends its stage, and what is reached in an emergency what was asked for
 * before: whoever else was asked for it is told it is over. Done again it ends and tells what was left: each text is
 * keyed by its own ask.
 */
export async function endSiblings(
  services: Effects,
  record: RequestRecord,
  ended: Pick<AskItem, 'kind' | 'n' | 'stage' | 'step'>,
  answer: RecordedAnswer,
): Promise<void> {
  const { at } = answer;
  if (!isOfAStage(ended) || !mayEndOthers(record, answer)) return;
  if (answer.option === 'refuse' && !(await isRefused(services, record))) return;
  const rules = await loadRules(services, record);
  const isSettled = settledBy(record, rules, ended, answer);
  const beside = await services.asks.ofRequest(record.town, record.id);
  const siblings = beside.filter((ask) => ask.n !== ended.n && isEndedAt(ask, at) && isSettled(ask));
  await supersedeAsks(services, siblings, { record, rules, at });
}

/** A refusal for its owner to decide about ends nothing: the answer was applied, and the record says which it was. */
const isRefused = async ({ requests }: Effects, { town, id }: RequestRecord): Promise<boolean> =>
  (await requests.load(town, id)).coordination?.refused !== undefined;

/** A step's own ask, or, while nobody knows where an emergency is, the one that finds it. */
const isOfAStage = ({ kind, stage }: Pick<AskItem, 'kind' | 'stage'>): boolean =>
  OF_A_STAGE.has(kind) || (kind === 'placement' && stage !== undefined);

/** A refusal ends its stage, but never an emergency; what is reached there ends what was asked for before. */
const mayEndOthers = ({ path }: RequestRecord, { option }: RecordedAnswer): boolean =>
  option === 'same' || option === (path === 'emergency' ? 'done' : 'refuse');

/** Which of the asks beside it an answer settles. */
function settledBy(
  record: RequestRecord,
  rules: Rules,
  ended: Pick<AskItem, 'stage' | 'step'>,
  answer: RecordedAnswer,
): (ask: AskItem) => boolean {
  if (answer.option === 'same' || record.path !== 'emergency') return () => true;
  const settled = new Set(settledBeside(programmeOf(record, rules), ended, answer));
  return ({ stage, step }) => settled.has(`${stage}/${step}`);
}

/** Whether an ask of a stage was open when its stage ended: still open now, or ended by that before a crash. */
const isEndedAt = (ask: AskItem, at: number): boolean => isOfAStage(ask) && isOpenAt(ask, at);

const isOpenAt = ({ waitsFor, askedAt, until, answer }: AskItem, at: number): boolean =>
  waitsFor === undefined &&
  askedAt <= at &&
  at < until &&
  (answer === undefined || answer.option === 'superseded');
