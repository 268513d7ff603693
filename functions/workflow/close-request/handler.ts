import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import { giveUpPlace } from '../give-up-place.js';
import { isUnsettled, REOPENED, settleAll, settleAsk } from '../../use-cases/settle-ask.js';
import { takeWorkflowStep } from '../../use-cases/take-workflow-step.js';
import { workflowPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

/** A report that the first resident withdrew was not withdrawn by the others: theirs are then handled by themselves. */
async function fateOf(
  { requests }: Effects,
  { town, request }: { town: string; request: string },
): Promise<'closed' | 'superseded'> {
  const { closedAs } = await requests.load(town, request);
  return closedAs === 'withdrawn' ? 'superseded' : 'closed';
}

/** The state machine takes the request up again by this name. */
class Reopened extends Error {
  override readonly name = REOPENED;
}

/** Applies an answer of the resident that a crash kept from being applied. */
async function hearLastAnswer(
  services: Effects,
  { town, request }: { town: string; request: string },
): Promise<void> {
  const { asks } = await services.requests.load(town, request);
  const last = asks.find(({ kind }) => kind === 'confirmation');
  const stored = last && (await services.asks.find({ town, of: 'request', subject: request, n: last.n }));
  if (stored?.answer) await settleAsk(services, stored, stored.answer);
}

const ranOut = ({ kind, until }: AskItem, at: number): boolean => kind === 'confirmation' && until <= at;

/** Closes a request, and with it the reports of the same event that wait for it. */
export const createCloseRequest =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const payload = workflowPayload.parse(event);
    await hearLastAnswer(services, payload);
    const next = await takeWorkflowStep(services, payload, async () => ({ action: 'close', at: payload.at }));
    if (next.to === 'again') throw new Reopened();
    if (next.to === 'finished' && next.place) await giveUpPlace(services, payload);
    const beside = await services.asks.ofRequest(payload.town, payload.request);
    const joined = beside.filter((ask) => ask.waitsFor !== undefined && isUnsettled(ask));
    if (joined.length > 0) await settleAll(services, joined, await fateOf(services, payload), payload.at);
    // Asks that are still open were left behind by a failure, and nobody waits for them any more. The resident may
    // still say what they did not say in time.
    const left = beside.filter(
      (ask) => ask.waitsFor === undefined && ask.state === 'open' && !ranOut(ask, payload.at),
    );
    await settleAll(services, left, 'superseded', payload.at);
  };
