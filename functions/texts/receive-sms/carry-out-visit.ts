import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Command } from '../../../domain/sms/command.js';
import type { VisitFacts } from '../../../domain/statistics/history-facts.js';
import type { Household, Staff } from '../../../domain/town/schema.js';
import type { DueHousehold } from '../../../domain/visits/plan-week.js';
import { stillDue } from '../../../domain/visits/visit-round.js';
import { householdsText } from '../../../domain/visits/visit-words.js';
import { type Meant, whichGrid, whoseHousehold } from '../../../domain/visits/whose-household.js';
import { recordVisit } from '../../use-cases/record-visit.js';
import { latestVisitRound, visitsOfGrid } from '../../use-cases/visit-list.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Services<{
  rounds: 'list';
  visits: 'record';
  requests: 'read' | 'create';
  workflow: 'startRequests';
  history: 'read';
}>;
type VisitCommand = Extract<Command, { name: 'visit' }>;

const NOT_YOURS: Reply = { text: 'reply-visit-not-yours', values: {} };

/** Records a visit that a member of the grid's team texted, and says what is left of the week. */
export async function takeVisit(
  services: Effects,
  received: Received,
  command: VisitCommand,
): Promise<Reply> {
  const { current, sender, text } = received;
  if (!sender.staff) return NOT_YOURS;
  const meant = whoseHousehold(current.town, sender.staff, command);
  if (meant.kind !== 'household') return notMeant(meant, command);
  const { household } = meant;
  const { people, problem, note } = command;
  const made = { key: `sms ${text.id}`, at: text.at, household, by: sender.staff, people, problem, note };
  const request = await recordVisit(services, current, made);
  const number = String(command.household);
  if (request) {
    const values = { household: number, request: showRequestId(request.id) };
    return { text: 'reply-visit-problem', values, request: request.id };
  }
  // An index may not show yet what was just written.
  const justMade = { id: '', at: text.at, grid: household.grid, household: household.number, people };
  const left = await leftOf(services, received, household.grid, [justMade]);
  const values = { household: number, people: String(people), count: String(left.length) };
  return { text: people === 0 ? 'reply-visit-nobody' : 'reply-visit-recorded', values };
}

function notMeant(meant: Exclude<Meant, { household: Household }>, { household }: VisitCommand): Reply {
  switch (meant.kind) {
    case 'not-yours':
      return NOT_YOURS;
    case 'which-grid':
      return whichOf(meant.grids);
    case 'unknown':
      return { text: 'reply-visit-unknown', values: { household: String(household) } };
  }
}

const whichOf = (grids: readonly number[]): Reply => ({
  text: 'reply-visit-which-grid',
  values: { list: grids.join('/') },
});

/** What is left of this week's list of the sender's grid. */
export async function listVisits(
  services: Effects,
  received: Received,
  staff: Staff,
  named: number | undefined,
): Promise<Reply> {
  const { town } = received.current;
  const meant = whichGrid(town, staff, named);
  if (meant.kind === 'not-yours') return NOT_YOURS;
  if (meant.kind === 'which-grid') return whichOf(meant.grids);
  const place = town.grids.find(({ number }) => number === meant.grid)?.name[received.sender.language] ?? '';
  const left = await leftOf(services, received, meant.grid);
  if (left.length === 0) return { text: 'reply-visit-none', values: { place } };
  const households = householdsText(left, town.settings, received.sender.language);
  const values = { place, count: String(left.length), households };
  return { text: 'reply-visit-list', values };
}

async function leftOf(
  services: Effects,
  { current: { town }, text }: Received,
  grid: number,
  justMade: readonly VisitFacts[] = [],
): Promise<DueHousehold[]> {
  const round = await latestVisitRound(services, town.settings.id);
  if (!round) return [];
  const visits = await visitsOfGrid(services, town, grid, text.at);
  return stillDue(round, grid, [...visits, ...justMade], town.settings);
}
