import type { Services } from '../../adapters/services.js';
import { meantFor } from '../../domain/asks/meant-for.js';
import { type Handover, handoversNow, standsInFor } from '../../domain/posts/stands-in-for.js';
import { staffName } from '../../domain/request/words.js';
import { textWithLines } from '../../domain/texts/item-lines.js';
import { renderText } from '../../domain/texts/render-text.js';
import { withStillHere } from '../../domain/posts/still-here.js';
import type { Town } from '../../domain/town/schema.js';
import type { MeantAsk } from './asks-meant-for.js';
import { type Item, itemOfAsk, itemsBeside, openAsksOf } from './handed-items.js';
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

/**
 * Tells, once each time and in one text, whoever stands in for a person whose leave began, or has the post of one who
 * left, what is open; and whoever is back what still waits for them. The asks themselves need no moving: whose they are
 * follows from the town's data. What was told is kept last, so that a run that broke off is made good by the next.
 */
export async function handOver(services: HandingOver, id: string, at: number): Promise<void> {
  const { town } = await services.towns.load(id);
  const known = await services.towns.handovers(id);
  const now = handoversNow(town, at);
  const isIn = (all: readonly Handover[], { key }: Handover): boolean => all.some((one) => one.key === key);
  const begun = now.filter((one) => !isIn(known, one));
  const over = known.filter((one) => one.why === 'leave' && !isIn(now, one));
  if (begun.length + over.length === 0) return;
  // Whoever has a post after two others hears of what the first had from the last only.
  const told = new Set<string>();
  for (const one of begun.toReversed()) {
    const items = (await itemsNow(services, town, one, at)).filter(({ key }) => !told.has(key));
    for (const { key } of items) told.add(key);
    for (const to of new Set(items.map((item) => item.to)))
      await tell(services, town, { to, items: items.filter((item) => item.to === to), handover: one, at });
  }
  for (const one of over) await tellWhoIsBack(services, town, one, at);
  await services.towns.keepHandovers(id, now);
}

/** The work that would be theirs if they were present, and is somebody else's now. */
async function itemsNow(
  services: Telling,
  town: Town,
  { staff, why }: Handover,
  at: number,
): Promise<Item[]> {
  const here = withStillHere(town, staff);
  const before = [staff, ...standsInFor(here, staff, at)];
  const asks = await openAsksOf(services, town, before, at);
  const wasTheirs = ({ to }: MeantAsk): boolean => meantFor(here, to, at) === staff;
  return [
    ...asks.filter((ask) => ask.meant !== staff && wasTheirs(ask)).map((ask) => itemOfAsk(town, ask)),
    ...(why === 'left' ? await itemsBeside(services, town, { staff, here, before, asks, at }) : []),
  ];
}

async function tellWhoIsBack(services: Telling, town: Town, handover: Handover, at: number): Promise<void> {
  const before = [handover.staff, ...standsInFor(town, handover.staff, at)];
  const asks = await openAsksOf(services, town, before, at);
  const items = asks.filter(({ meant }) => meant === handover.staff).map((ask) => itemOfAsk(town, ask));
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
