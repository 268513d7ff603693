import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Command } from '../../../domain/sms/command.js';
import { doubtVisit } from '../../../domain/visits/doubt-visit.js';
import type { VisitFacts } from '../../../domain/visits/visit-record.js';
import type { Household, Staff } from '../../../domain/town/schema.js';
import type { DueHousehold } from '../../../domain/visits/plan-week.js';
import { stillDue } from '../../../domain/visits/visit-round.js';
import { householdsText } from '../../../domain/visits/visit-words.js';
import { type Meant, whichGrid, whoseHousehold } from '../../../domain/visits/whose-household.js';
import { recordVisit, visitId, type VisitMade } from '../../use-cases/record-visit.js';
import { latestVisitRound, visitsOfGrid } from '../../use-cases/visit-list.js';
import { askWhetherMeant, type Confirmed } from './confirm-command.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Services<{
  rounds: 'list';
  visits: 'record';
  requests: 'read' | 'create';
  workflow: 'startRequests';
  history: 'read';
  inbound: 'remember';
}>;
type VisitCommand = Extract<Command, { name: 'visit' }>;

const NOT_YOURS: Reply = { text: 'reply-visit-not-yours', values: {} };

/** Records visits that a member of the team texted, and says what is left. Doubtful ones are asked about first. */
export async function takeVisit(
  services: Effects,
  received: Received,
  command: VisitCommand,
  confirmed?: Confirmed,
): Promise<Reply> {
  const { current, sender, text } = received;
  const { staff } = sender;
  if (!staff) return NOT_YOURS;
  const { key, at } = confirmed ?? { key: text.id, at: text.at };
  const { problem, note } = command;
  const made: VisitMade[] = [];
  for (const { household: number, people } of command.met) {
    const meant = whoseHousehold(current.town, staff, { grid: command.grid, household: number });
    if (meant.kind !== 'household') return notMeant(meant, number);
    const { household } = meant;
    // Of several in one text each is a visit by itself.
    const own = command.met.length === 1 ? `sms ${key}` : `sms ${key} ${number}`;
    made.push({ key: own, at, household, by: staff, people, problem, note });
  }
  const doubt = confirmed ? undefined : await doubtful(services, received, made);
  if (doubt) return askWhetherMeant(services, received, command, doubt);
  return record(services, received, made);
}

/** The question about the first of the visits that is doubtful. */
async function doubtful(
  services: Effects,
  { current: { town } }: Received,
  made: readonly VisitMade[],
): Promise<Reply | undefined> {
  const [first] = made;
  if (!first) return undefined;
  const { household, at } = first;
  const before = await visitsOfGrid(services, town, household.grid, at);
  const own = new Set(made.map(({ key }) => visitId(town.settings.id, key)));
  // Delivered again, a text meets what its own first delivery recorded.
  const seen = before.filter(({ id }) => !own.has(id));
  for (const visit of made) {
    const doubt = doubtVisit(visit, seen, town.settings);
    if (doubt) {
      const values = { household: String(doubt.household), people: String(doubt.people) };
      return { text: doubt.is === 'many' ? 'reply-visit-many' : 'reply-visit-again', values };
    }
    seen.push(factsOf(visit));
  }
  return undefined;
}

async function record(services: Effects, received: Received, made: readonly VisitMade[]): Promise<Reply> {
  const found: string[] = [];
  for (const visit of made) {
    const request = await recordVisit(services, received.current, visit);
    if (request) found.push(request.id);
  }
  const [first] = made;
  const [request] = found;
  if (!first) return { text: 'reply-visit-unreadable', values: {} };
  const household = String(first.household.number);
  if (request !== undefined)
    return { text: 'reply-visit-problem', values: { household, request: showRequestId(request) }, request };
  // An index may not show yet what was just written.
  const left = await leftOf(services, received, first.household.grid, made.map(factsOf));
  const people = made.reduce((sum, visit) => sum + visit.people, 0);
  const values = { people: String(people), count: String(left.length) };
  if (made.length > 1) {
    const households = made.map((visit) => String(visit.household.number)).join('、');
    return { text: 'reply-visits-recorded', values: { ...values, households } };
  }
  return {
    text: people === 0 ? 'reply-visit-nobody' : 'reply-visit-recorded',
    values: { ...values, household },
  };
}

const factsOf = ({ at, household, people }: VisitMade): VisitFacts => ({
  id: '',
  at,
  grid: household.grid,
  household: household.number,
  people,
});

function notMeant(meant: Exclude<Meant, { household: Household }>, household: number): Reply {
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

/** The rest of this week's list of the sender's grid. */
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
