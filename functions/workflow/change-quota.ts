import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import {
  givenBy,
  type Quota,
  type QuotaChange,
  quotaRules,
  type QuotaRules,
  toldBy,
} from '../../domain/quota/quota.js';
import { tellResident } from '../../domain/request/notices.js';
import type { Rules } from '../../domain/request/decision.js';
import { programmeOf } from '../../domain/request/programme-of.js';
import { loadRules } from '../use-cases/load-rules.js';
import { changeStored } from '../use-cases/change-stored.js';
import { sendNotices } from '../use-cases/send-notices.js';
import { isUnsettled, systemsAnswer } from '../use-cases/settle-ask.js';

/** The services for changing who has a programme's places. */
export type ChangingQuota = Services<{
  requests: 'read' | 'readPerson';
  asks: 'list' | 'answer';
  towns: 'read';
  texts: 'send';
  workflow: 'passPlacesOn';
  quotas: 'read' | 'save';
}>;

/** More writers of one programme's list at one moment than a town has. */
const ATTEMPTS = 20;

/**
 * Changes who has a programme's places with one conditional write; then whoever was given one goes on, and whose turn
 * came nearer is told. Made again (a function was retried) it writes nothing and does what was left undone.
 */
export async function changeQuota(
  services: ChangingQuota,
  rules: Rules,
  programme: string,
  change: QuotaChange,
  decide: (quota: Quota, rules: QuotaRules, change: QuotaChange) => Quota,
): Promise<Quota> {
  const town = rules.town.settings.id;
  const limits = quotaRules(rules.town, programme);
  const changed = await write(services, { town, programme }, (quota) => decide(quota, limits, change));
  for (const request of givenBy(changed, change)) await wake(services, town, request, change.at);
  for (const turn of toldBy(changed, change)) await tellPosition(services, town, turn, change);
  return changed;
}

const write = (
  { quotas }: Services<{ quotas: 'read' | 'save' }>,
  { town, programme }: Pick<Quota, 'town' | 'programme'>,
  decide: (quota: Quota) => Quota,
): Promise<Quota> =>
  changeStored(
    { load: () => quotas.load(town, programme), save: (quota) => quotas.save(quota) },
    decide,
    ATTEMPTS,
    () =>
      new DomainError(
        'QuotaBusy',
        `the places of ${programme} were written by others ${ATTEMPTS} times in a row`,
        { programme },
      ),
  );

/** The list is written first; a wait is stored first and the list read second: one of the two sees the other. */
async function wake(services: ChangingQuota, town: string, request: string, at: number): Promise<void> {
  const beside = await services.asks.ofRequest(town, request);
  const waits = beside.filter((ask) => ask.kind === 'place' && ask.subject === request && isUnsettled(ask));
  for (const ask of waits) {
    const answer = systemsAnswer(ask, 'closed', at);
    const { taken, ask: stored } = await services.asks.answer(ask, answer);
    if (taken) await services.workflow.resolve(stored.token, { n: ask.n, option: answer.option });
  }
}

async function tellPosition(
  services: ChangingQuota,
  town: string,
  { request, position }: { request: string; position: number },
  { by, at }: QuotaChange,
): Promise<void> {
  const record = await services.requests.load(town, request);
  if (record.withdrawnAt !== undefined) return;
  const rules = await loadRules(services, record);
  const programme = programmeOf(record, rules).name[record.language];
  const notices = [tellResident(record, rules, 'place-waiting', { programme, position: String(position) })];
  await sendNotices(services, { record, rules, notices, purpose: `place:${by}`, at });
}
