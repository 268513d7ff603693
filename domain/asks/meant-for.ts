import { climb } from '../posts/climb.js';
import { type Concern, inOffice, meantNow } from '../posts/in-office.js';
import { inspectorsFor } from '../posts/inspectors.js';
import type { Town } from '../town/schema.js';
import type { Addressee, Ladder } from './planned-ask.js';

/** As whom somebody of a ladder was asked. */
const concernOf = (
  {
    settings: {
      departments: { inspectionTeam },
    },
  }: Town,
  ladder: Ladder,
): Concern => {
  switch (ladder.ladder) {
    case 'grid':
    case 'alarm':
    case 'team':
      return { grid: ladder.grid };
    case 'department':
      return { department: ladder.department };
    case 'person':
      return {};
    case 'inspection':
      return { department: inspectionTeam };
  }
};

/**
 * Whose an ask is now: of whoever was asked, whoever has their post by now, or stands in; a person asked for themselves
 * waits until they are back. What complains of staff is only ever theirs who may hear it: where whoever has the post
 * now may be whom it is about, it goes to the next.
 */
export function meantFor(
  town: Town,
  { staff, ladder, rung }: Pick<Addressee & { who: 'staff' }, 'staff' | 'ladder' | 'rung'>,
  at: number,
): string {
  const concern = concernOf(town, ladder);
  if (ladder.ladder === 'person') return inOffice(town, staff, concern);
  const meant = meantNow(town, staff, concern, at);
  if (meant === staff || mayBeAsked(town, ladder, meant)) return meant;
  // Of who is away for a while silence passes it on.
  if (!hasLeft(town, { staff, ladder })) return staff;
  return climb(town, ladder, ladder.ladder === 'inspection' ? 0 : rung, at).staff;
}

const mayBeAsked = (town: Town, ladder: Ladder, staff: string): boolean => {
  if (ladder.ladder === 'inspection') return inspectorsFor(town, ladder.except).includes(staff);
  return !('except' in ladder && ladder.except?.includes(staff));
};

/** Whether somebody who was asked has left the post by which they were. */
export const hasLeft = (
  town: Town,
  { staff, ladder }: Pick<Addressee & { who: 'staff' }, 'staff' | 'ladder'>,
): boolean => inOffice(town, staff, concernOf(town, ladder)) !== staff;

/** Whether an ask may be answered by somebody: who was asked and still has the post, or whose it is now. */
export const isAskedNow = (
  town: Town,
  to: Addressee & { who: 'staff' },
  staff: string,
  at: number,
): boolean => (staff === to.staff ? !hasLeft(town, to) : staff === meantFor(town, to, at));
