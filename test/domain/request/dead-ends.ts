import { meantFor } from '../../../domain/asks/meant-for.js';
import type { Addressee, PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { isSealed, mayHear } from '../../../domain/request/confidential.js';
import { handoversNow, standsInFor } from '../../../domain/posts/stands-in-for.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import type { Town } from '../../../domain/town/schema.js';
import { type Life, rulesIn } from './life.js';

type StaffAsk = PlannedAsk & { readonly to: Addressee & { who: 'staff' } };
const isOfStaff = (ask: PlannedAsk): ask is StaffAsk => ask.to.who === 'staff';

const isOfTown = (town: Town, staff: string): boolean => town.staff.some(({ id }) => id === staff);

/** Whether whoever an ask is meant for by now has heard of it: when it was put, of the same before, or as it was handed over to them. */
function isToldOf({ put, rules, record, at }: Life, ask: StaffAsk, meant: string): boolean {
  const { town } = rules;
  const asked = [...put.values()].filter(({ to }) => to.who === 'staff' && to.staff === meant);
  const isPut = (one: PlannedAsk): boolean =>
    !one.quiet && askNotice(record, rulesIn(town, record), one, 'K7QV') !== undefined;
  if (asked.some((one) => (ask.quiet ? isPut(one) : one.n === ask.n && isPut(one)))) return true;
  return handoversNow(town, at).some(({ staff }) =>
    [staff, ...standsInFor(town, staff, at)].includes(ask.to.staff),
  );
}

/** A complaint is the inspection team's alone; of an emergency that is one nobody hears whom it names. */
function isForThem({ record, rules }: Life, staff: string): boolean {
  return isSealed(record)
    ? mayHear(record, rules.town, staff)
    : record.confidential?.about.includes(staff) !== true;
}

function faultsOf(life: Life, ask: PlannedAsk): string[] {
  const { rules, at } = life;
  if (!isOfStaff(ask)) return [];
  const { town } = rules;
  const meant = meantFor(town, ask.to, at);
  const named = `${ask.kind} ${ask.to.ladder.ladder}`;
  return [
    ...(isOfTown(town, meant) ? [] : [`${named}: nobody in office has it`]),
    ...(meant === ask.to.staff || standsInFor(town, meant, at).includes(ask.to.staff)
      ? []
      : [`${named}: whoever it is meant for does not find it`]),
    ...(isToldOf(life, ask, meant) ? [] : [`${named}: whoever it is meant for was not told`]),
    ...(isForThem(life, meant) ? [] : [`${named}: whoever it is meant for may not hear of it`]),
    ...(ask.options.length > 0 ? [] : [`${named}: nothing can be answered`]),
  ];
}

/** In what an open request is not held by anybody; nothing where it is closed, or waits for somebody who knows and can act. */
export function deadEnds(life: Life): string[] {
  const { record } = life;
  if (record.closedAs !== undefined)
    return record.asks.length > 0 ? [`closed, and somebody is asked for ${record.asks[0]?.kind}`] : [];
  if (record.asks.length === 0) return ['nobody is asked'];
  return record.asks.flatMap((ask) => faultsOf(life, ask));
}

/** An emergency is closed though nobody has said since the alarm that it is safe, and it is handled with no other. */
export function endsUnsafe({ record, raised, first }: Life): boolean {
  const { path, closedAs, timeline, joinedTo } = record;
  if (path !== 'emergency' || closedAs === undefined) return false;
  if (joinedTo !== undefined) return first !== 'emergency';
  return !timeline
    .slice(raised)
    .some(({ type }) => type === 'safe' || type === 'restored' || type === 'stood-down');
}
