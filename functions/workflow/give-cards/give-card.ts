import type { Services } from '../../../adapters/services.js';
import { staffAt } from '../../../domain/asks/plan-ask.js';
import type { DueCard } from '../../../domain/cards/card-due.js';
import { answersForRed, supervisionOrder, warnedOf, withCard } from '../../../domain/cards/give-card.js';
import { meantNow } from '../../../domain/posts/in-office.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import { tellStaff } from '../../../domain/request/notices.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { languageOf, requestNumber } from '../../../domain/request/words.js';
import { renderText } from '../../../domain/texts/render-text.js';
import type { Town } from '../../../domain/town/schema.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { storeTask } from '../open-task.js';

type Effects = Services<{
  tasks: 'read' | 'save';
  requests: 'read' | 'save';
  texts: 'send';
  workflow: 'startStaffTasks';
}>;

interface Giving {
  readonly town: Town;
  readonly due: DueCard;
  readonly record: RequestRecord;
  readonly at: number;
}

/** Gives a card and marks it on the request last; answers the facts with it. What was done before is not done again. */
export async function giveCard(
  services: Effects,
  machine: string,
  { town, due, record, at }: Giving,
): Promise<RequestFacts> {
  const { kind } = due;
  const to =
    kind === 'yellow'
      ? await warn(services, { town, due, record, at })
      : await openOrder(services, machine, { town, due, at });
  return changeRequest(services, record.town, record.id, async (before) => {
    const carded = withCard(before, { kind, due: due.due, at, to });
    return { record: carded, result: factsOf(carded ?? before) };
  });
}

/** Yellow: whose turn it is gets a text. */
async function warn(
  { texts }: Services<{ texts: 'send' }>,
  { town, due, record, at }: Giving,
): Promise<string | undefined> {
  const warned = warnedOf(due.request).map((staff) => meantNow(town, staff, record, at));
  for (const staff of warned) {
    const phone = town.staff.find(({ id }) => id === staff)?.phone;
    if (phone === undefined) continue;
    const { text, values } = tellStaff(record, { town }, staff, 'card-yellow');
    const told = { ...values, request: requestNumber(record) };
    const body = renderText(town, text, languageOf(town, { staff }, record), told, phone);
    await texts.send(town, {
      purpose: `${record.id}/yellow-card/${due.due}/${staff}`,
      to: phone,
      body,
      at,
      request: record.id,
    });
  }
  return warned[0];
}

/** Red: the supervision order asks the head of the grid, and that is the card's text. */
async function openOrder(
  services: Services<{ tasks: 'read' | 'save'; workflow: 'startStaffTasks' }>,
  machine: string,
  { town, due, at }: Pick<Giving, 'town' | 'due' | 'at'>,
): Promise<string> {
  const task = await storeTask(services, supervisionOrder(town, due), at);
  await services.workflow.startTask(machine, task.town, task.id);
  return staffAt({ town }, answersForRed(town, due.request), 0, at).staff;
}
