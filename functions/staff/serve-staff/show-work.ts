import { mannerOf } from '../manner-of.js';
import type * as z from 'zod';
import type { AskOfContact } from '../../../adapters/ask-store.js';
import { contactOfStaff } from '../../../adapters/contact.js';
import { askId } from '../../../domain/asks/ask-id.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { isOfDesk } from '../../../domain/request/why-not-corrected.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import { taskAskNotice } from '../../../domain/task/task-notices.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { endOfList, stillDue } from '../../../domain/visits/visit-round.js';
import type { HttpCall } from '../../http/http-handler.js';
import { staffAskKind } from '../../../contracts/staff/ask.js';
import type { staffWorkAnswer, workRoute } from '../../../contracts/staff/work.js';
import { type AskFact, factsOf, speaking } from '../ask-facts.js';
import { asksMeantFor } from '../../use-cases/asks-meant-for.js';
import { askLink } from '../../use-cases/ask-link.js';
import { type AskSubject, loadSubject } from '../../use-cases/ask-subject.js';
import { loadRules } from '../../use-cases/load-rules.js';
import type { StaffSession } from '../../http/staff-session.js';
import { visitPath } from '../../use-cases/visit-link.js';
import { latestVisitRound, visitsOfGrid } from '../../use-cases/visit-list.js';
import type { Effects } from './handler.js';
import { ownRequests } from './own-requests.js';
import { ownLeave } from './own-leave.js';
import type { CallOf } from '../../http/route-handler.js';

type Work = z.input<typeof staffWorkAnswer>;

/**
 * The facts of an ask in a list: its matter and place. Its own page shows the person and the words, and audits that.
 */
const LISTED: ReadonlySet<AskFact['fact']> = new Set(['category', 'programme', 'step', 'place']);

/** `GET /staff/work`: each thing with the signed link that opens it, the same as a text would bring. */
export async function showWork(services: Effects, session: StaffSession, call: CallOf<typeof workRoute>) {
  const [asks, owned, visits] = await Promise.all([
    openAsks(services, session, call),
    ownRequests(services, session, call),
    visitsOfTeam(services, session, call),
  ]);
  return call.answer(200, {
    name: session.staff.name,
    until: new Date(session.until).toISOString(),
    town: mannerOf(session.town),
    asks,
    owned,
    ...(isOfDesk(session.town, session.staff.id) ? { correctsAny: true as const } : {}),
    visits,
    leave: ownLeave(session, call.at),
  });
}

async function openAsks(services: Effects, session: StaffSession, { at, language }: HttpCall) {
  const { town, staff } = session;
  const { theirs } = await asksMeantFor(services, town, staff.id, at);
  const open = theirs.filter(({ until }) => at < until).toSorted((a, b) => a.until - b.until);
  const shown = await Promise.all(open.map((ask) => listed(services, session, ask, language)));
  return shown.flatMap((ask) => ask ?? []);
}

/** Nothing where the request goes on without an answer: an index may be a moment behind. */
async function listed(
  services: Effects,
  { town, key, staff }: StaffSession,
  ask: AskOfContact,
  language: Language,
): Promise<Work['asks'][number] | undefined> {
  const subject = await loadSubject(services, ask);
  const planned = plannedAsk(subject.record, ask.n);
  const kind = staffAskKind.safeParse(ask.kind).data;
  if (!planned || !kind) return undefined;
  const { facts, request } = await wordsOf(services, town, subject, planned, { code: ask.code, language });
  return {
    id: askId(ask.subject, ask.n),
    kind,
    code: ask.code,
    ...(request === undefined ? {} : { request }),
    facts: facts.filter(({ fact }) => LISTED.has(fact)),
    until: new Date(ask.until).toISOString(),
    link: askLink('', key, ask, ask.contact === contactOfStaff(staff.id) ? undefined : staff.id),
  };
}

/** The facts in an ask's text from the town's own words, without looking at the person. */
async function wordsOf(
  services: Effects,
  town: Town,
  subject: AskSubject,
  planned: PlannedAsk,
  { code, language }: { code: string; language: Language },
): Promise<ReturnType<typeof factsOf>> {
  const staff = planned.to.who === 'staff' ? planned.to.staff : '';
  if (subject.of === 'task') {
    const notice = taskAskNotice(subject.record, speaking(town, staff, language), planned, code);
    return notice ? factsOf(town, notice.text, notice.values) : { facts: [] };
  }
  const rules = await loadRules(services, subject.record);
  const local = { ...rules, town: speaking(rules.town, staff, language) };
  const notice = askNotice(subject.record, local, planned, code);
  return notice ? factsOf(town, notice.text, notice.values) : { facts: [] };
}

/** The lists of the grids of whose team they are, while the week lasts. */
async function visitsOfTeam(services: Effects, { town, staff, key }: StaffSession, { at }: HttpCall) {
  const grids = town.grids.filter(({ posts }) => Object.values(posts).includes(staff.id));
  const round = grids.length === 0 ? undefined : await latestVisitRound(services, town.settings.id);
  if (!round || at >= endOfList(round, town)) return [];
  const { id } = town.settings;
  return Promise.all(
    grids.map(async ({ number: grid, name }): Promise<Work['visits'][number]> => {
      const visits = await visitsOfGrid(services, town, grid, at);
      return {
        grid,
        name,
        until: new Date(endOfList(round, town)).toISOString(),
        due: round.report.grids.find((one) => one.grid === grid)?.due.length ?? 0,
        left: stillDue(round, grid, visits, town.settings).length,
        link: visitPath(key, id, { grid, staff: staff.id, date: round.date }),
      };
    }),
  );
}
