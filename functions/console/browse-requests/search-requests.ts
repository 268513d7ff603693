import type { BoardRow } from '../../../adapters/board-store.js';
import type { Services } from '../../../adapters/services.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { foundBy, soughtWords } from '../../../domain/board/search.js';
import type { Town } from '../../../domain/town/schema.js';
import type { searchRoute } from '../../../contracts/console/board.js';
import { audit } from '../audit.js';
import type { CallOf } from '../../http/route-handler.js';
import { askBoard } from './board-question.js';
import { isAbout } from '../is-about.js';
import { peopleOf } from './people-of.js';
import { requestRow } from './request-row.js';

/** Looked through at most, the latest of the closed ones; as many as an export has. */
const MOST_SEARCHED = 3000;
/** More nobody looks through: they add a word. */
const MOST_FOUND = 100;
const AT_A_TIME = 500;

type Effects = Services<{ audits: 'record'; requests: 'readPerson'; towns: 'read'; board: 'list' }>;

/** `POST /admin/requests/search`: what is looked for travels in the body, for it may be somebody's name or number. */
export async function searchRequests(services: Effects, call: CallOf<typeof searchRoute>) {
  const { words, state } = call.body();
  const { roles } = call.user;
  const readsPeople = mayDo(roles, 'people.read');
  if (readsPeople) await audit(services, call, { action: 'requests.searched', detail: state });
  const { town } = await services.towns.load(call.user.town);
  const { rows, isAll } = await rowsOf(services, town, state, call);
  const people = readsPeople
    ? await peopleOf(services, town.settings.id, rows, mayDo(roles, 'people.withheld'))
    : undefined;
  const sought = soughtWords(words);
  const found = rows.flatMap(({ facts, status }) => {
    const by = foundBy(town, sought, { facts, person: people?.get(facts.id) });
    return by ? [{ ...requestRow(facts, status, town, call.at), foundBy: by }] : [];
  });
  return call.answer(200, {
    items: found.slice(0, MOST_FOUND),
    isAll: isAll && found.length <= MOST_FOUND,
  });
}

async function rowsOf(
  { board }: Services<{ board: 'list' }>,
  town: Town,
  state: 'open' | 'closed',
  call: CallOf<typeof searchRoute>,
): Promise<{ rows: BoardRow[]; isAll: boolean }> {
  const rows: BoardRow[] = [];
  let after: Parameters<typeof askBoard>[3]['after'];
  do {
    const page = await askBoard(board, town, { state }, { call, after, limit: AT_A_TIME });
    rows.push(...page.rows.filter(({ facts }) => !isAbout(call, facts)));
    after = page.next;
  } while (after !== undefined && rows.length < MOST_SEARCHED);
  return { rows, isAll: after === undefined };
}
