import type { Services } from '../../adapters/services.js';
import { meantFor } from '../../domain/asks/meant-for.js';
import { type Handover, handoversNow, standsInFor } from '../../domain/posts/stands-in-for.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import { staffName } from '../../domain/request/words.js';
import { textWithLines } from '../../domain/texts/item-lines.js';
import { renderText } from '../../domain/texts/render-text.js';
import { withStillHere } from '../../domain/posts/still-here.js';
import type { Town } from '../../domain/town/schema.js';
import type { MeantAsk } from './asks-meant-for.js';
import { type Item, itemOfAsk, itemsBeside, type Left, openAsksOf } from './handed-items.js';
import { memberOfStaff } from './text-staff.js';

/** The services for telling whoever has somebody else's work now. */
export type HandingOver = Services<{
  towns: 'read' | 'handOver';
  asks: 'findOfPerson';
  requests: 'read';
  tasks: 'read';
  board: 'readOpen';
  texts: 'send';
}>;

type Telling = Pick<HandingOver, 'asks' | 'requests' | 'tasks' | 'board' | 'texts'>;

/** Handed over in one go: some fifteen calls each, and a function has thirty seconds. */
const AT_ONCE = 20;

/**
 * Tells, once each time and in one text, whoever stands in for a person whose leave began, or has the post of one who
 * left, what is open; and whoever is back what still waits for them. The asks themselves need no moving: whose they are
 * follows from the town's data. What was told is kept last, so that a run that broke off is made good by the next. So
 * many in one go: `more` when some are left, which the next run tells.
 */
export async function handOver(services: HandingOver, id: string, at: number): Promise<'more' | void> {
  const { town } = await services.towns.load(id);
  const known = await services.towns.handovers(id);
  const now = handoversNow(town, at);
  const isIn = (all: readonly Handover[], { key }: Handover): boolean => all.some((one) => one.key === key);
  const begun = now.filter((one) => !isIn(known, one));
  const over = known.filter((one) => one.why === 'leave' && !isIn(now, one));
  if (begun.length + over.length === 0) return;
  const told = latestOf(town, begun, at);
  const later = begun.filter((one) => !told.includes(one));
  await tellWhoHasIt(services, town, { begun: told, later, at });
  const back = over.slice(0, AT_ONCE);
  for (const one of back) await tellWhoIsBack(services, town, one, at);
  const isLeft = told.length < begun.length || back.length < over.length;
  const kept = isLeft ? [...known.filter((one) => !isIn(back, one)), ...told] : now;
  await services.towns.keepHandovers(id, kept);
  return isLeft ? 'more' : undefined;
}

/** The last, with those whose posts they had: of what the first had, whoever has it now hears from the last only. */
function latestOf(town: Town, begun: readonly Handover[], at: number): readonly Handover[] {
  if (begun.length <= AT_ONCE) return begun;
  const latest = begun.slice(-AT_ONCE);
  const before = latest.flatMap(({ staff }) => standsInFor(withStillHere(town, staff), staff, at));
  return begun.filter((one) => latest.includes(one) || before.includes(one.staff));
}

async function tellWhoHasIt(
  services: Telling,
  town: Town,
  { begun, later, at }: { begun: readonly Handover[]; later: readonly Handover[]; at: number },
): Promise<void> {
  let board: Promise<RequestFacts[]> | undefined;
  const open = () => (board ??= services.board.openSince(town.settings.id, { from: at, to: at }));
  const told = new Set<string>();
  const isToldLater = tellsAmong(town, later, at);
  for (const handover of begun.toReversed()) {
    const all = await itemsNow(services, town, { handover, open, at });
    const items = all.filter((item) => !told.has(item.key) && !isToldLater(item));
    for (const { key } of items) told.add(key);
    for (const to of new Set(items.map((item) => item.to)))
      await tell(services, town, { to, items: items.filter((item) => item.to === to), handover, at });
  }
}

/** Whether an item was also somebody's of these, of whom a later call tells: one that is away had it last. */
function tellsAmong(town: Town, later: readonly Handover[], at: number): (item: Item) => boolean {
  const tells = later.map(({ staff, why }) => {
    const here = withStillHere(town, staff);
    let before: readonly string[] | undefined;
    const had = (named: string): boolean =>
      (before ??= [staff, ...standsInFor(here, staff, at)]).includes(named);
    return ({ to, isAsk, named, whose }: Item): boolean =>
      to !== staff && (isAsk || why === 'left') && whose(here) === staff && had(named);
  });
  return (item) => tells.some((tell) => tell(item));
}

/** The work that would be theirs if they were present, and is somebody else's now. */
async function itemsNow(
  services: Telling,
  town: Town,
  { handover: { staff, why }, open, at }: Pick<Told, 'handover' | 'at'> & Pick<Left, 'open'>,
): Promise<Item[]> {
  const here = withStillHere(town, staff);
  const before = [staff, ...standsInFor(here, staff, at)];
  const asks = await openAsksOf(services, town, before, at);
  const wasTheirs = ({ to }: MeantAsk): boolean => meantFor(here, to, at) === staff;
  return [
    ...asks.filter((ask) => ask.meant !== staff && wasTheirs(ask)).map((ask) => itemOfAsk(town, ask, at)),
    ...(why === 'left' ? await itemsBeside(services, town, { staff, here, before, asks, open, at }) : []),
  ];
}

async function tellWhoIsBack(services: Telling, town: Town, handover: Handover, at: number): Promise<void> {
  const before = [handover.staff, ...standsInFor(town, handover.staff, at)];
  const asks = await openAsksOf(services, town, before, at);
  const items = asks.filter(({ meant }) => meant === handover.staff).map((ask) => itemOfAsk(town, ask, at));
  if (items.length > 0) await tell(services, town, { to: handover.staff, items, handover, at, isBack: true });
}

interface Told {
  readonly to: string;
  readonly items: readonly Item[];
  readonly handover: Handover;
  readonly at: number;
  readonly isBack?: true;
}

async function tell(
  { texts }: Pick<Telling, 'texts'>,
  town: Town,
  { to, items, handover, at, isBack }: Told,
): Promise<void> {
  const { phone, language } = memberOfStaff(town, to);
  const values = { person: staffName(town, handover.staff), count: String(items.length) };
  const text = isBack ? 'told-back' : handover.why === 'leave' ? 'told-stands-in' : 'told-succeeds';
  await texts.send(town, {
    purpose: `${isBack ? 'back' : 'handed'}/${handover.key}/${to}`,
    to: phone,
    body: textWithLines(
      items.map(({ line }) => line(language)),
      (lines) => renderText(town, text, language, { ...values, items: lines }),
    ),
    at,
    atOnce: items.some(({ urgent }) => urgent) ? 'emergency' : undefined,
  });
}
