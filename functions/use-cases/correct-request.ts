import type { AskItem } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import { environment } from '../../adapters/environment.js';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { Correction } from '../../domain/request/correction.js';
import { correctRequest } from '../../domain/request/correct-request.js';
import type { Rules } from '../../domain/request/decision.js';
import { tellStaff } from '../../domain/request/notices.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { type CorrectionTold, tellCorrection } from '../../domain/request/tell-correction.js';
import { type CorrectionProblem, whyNotCorrected } from '../../domain/request/why-not-corrected.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { endAsk, isUnsettled, type Settling } from './settle-ask.js';

export type Correcting = Settling &
  Services<{
    requests: 'read';
    asks: 'list';
    towns: 'readProgramme';
    workflow: 'startRequests';
  }>;

export interface Corrected {
  readonly before: RequestRecord;
  /** The same record where nothing was to be changed. */
  readonly record: RequestRecord;
  readonly rules: Rules;
  readonly problems: readonly CorrectionProblem[];
}

/**
 * Puts right what was recorded wrongly: the record says so first, then people are told, and what was asked about what
 * was wrong is ended, from which the workflow goes on. Done again it changes nothing, and does what was left undone.
 */
export async function correct(
  services: Correcting,
  { town, version }: CurrentTown,
  request: string,
  correction: Correction,
  /**
   * Before something is changed, and not where it is refused. Where somebody else changed the request in that moment and
   * it is refused at the second look, what was noted stays: a trail that names what was only tried is the price of one
   * that lacks nothing that was done.
   */
  note: () => Promise<void> = () => Promise.resolve(),
): Promise<Corrected> {
  const { joined, at } = correction;
  const other = joined === undefined ? undefined : await services.requests.find(town.settings.id, joined);
  const corrected = await changeRequest(services, town.settings.id, request, async (before) => {
    const rules = await rulesIn(services, town, before);
    const problems = whyNotCorrected(before, rules, correction, other);
    if (problems.length > 0) return { result: { before, record: before, rules, problems } };
    const record = correctRequest(before, rules, { ...correction, townVersion: version });
    const result = { before, record, rules: await rulesIn(services, town, record), problems };
    if (record === before) return { result };
    await note();
    return { record, result };
  });
  const { before, record, rules, problems } = corrected;
  if (problems.length > 0) return corrected;
  const told = tellCorrection(before, record, rules, correction);
  const purpose = `corrected:${before.version}`;
  if (record !== before) await sendNotices(services, { record, rules, notices: told.notices, purpose, at });
  await endVoid(services, rules, record, told, at);
  await startAgain(services, record);
  return corrected;
}

/** Ends what was asked about what was wrong, and tells whoever is asked no more; each text is keyed by its own ask. */
async function endVoid(
  services: Correcting,
  rules: Rules,
  record: RequestRecord,
  { released }: CorrectionTold,
  at: number,
): Promise<void> {
  for (const ask of await voidAsks(services, record)) {
    const wasOpen = (await endAsk(services, ask, 'corrected', at)) !== 'answered-before';
    const staff = staffOfContact(ask.contact);
    if (!wasOpen || staff === undefined || !released.has(staff)) continue;
    const notices = [tellStaff(record, rules, staff, 'told-released', { code: ask.code })];
    await sendNotices(services, { record, rules, notices, purpose: `released:${ask.n}`, at });
  }
}

/** Where it waited for a first report, that wait lies beside the other. */
async function voidAsks({ asks }: Correcting, record: RequestRecord): Promise<AskItem[]> {
  const firsts = record.asks.flatMap(({ to, corrected }) =>
    corrected && to.who === 'request' ? [to.request] : [],
  );
  const lists = await Promise.all([record.id, ...firsts].map((id) => asks.ofRequest(record.town, id)));
  return lists
    .flat()
    .filter((ask) => ask.subject === record.id && isUnsettled(ask) && plannedAsk(record, ask.n)?.corrected);
}

/** A closed request has no execution any more: another takes it up. */
async function startAgain({ workflow }: Correcting, record: RequestRecord): Promise<void> {
  const execution = record.corrected?.execution;
  if (execution === undefined || record.closedAs !== undefined) return;
  try {
    await workflow.start(environment('requestMachine'), record.town, record.id, execution);
  } catch (error) {
    // Corrected all the same: the sweep starts it.
    log('warn', 'execution not started', { request: record.id, error: errorName(error) });
  }
}
