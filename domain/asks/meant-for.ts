import { climb } from '../posts/climb.js';
import { type Concern, inOffice, meantNow } from '../posts/in-office.js';
import { hasLeftInspection } from '../posts/inspectors.js';
import type { Town } from '../town/schema.js';
import type { Addressee, Ladder } from './planned-ask.js';

/** As whom somebody of a ladder was asked. */
const concernOf = (ladder: Ladder): Concern => {
  switch (ladder.ladder) {
    case 'grid':
    case 'alarm':
    case 'team':
      return { grid: ladder.grid };
    case 'department':
      return { department: ladder.department };
    case 'person':
    case 'inspection':
      return {};
  }
};

/**
 * Whose an ask is now: of whoever was asked, whoever has their post by now, or stands in; a person asked for themselves waits until they are back.
 * What complains of staff nobody takes who stands in for others: silence passes it on. Of who left it is another inspector's, never theirs whom it may be
 * about.
 */
export function meantFor(town: Town, { staff, ladder }: Addressee & { who: 'staff' }, at: number): string {
  if (ladder.ladder === 'inspection')
    return hasLeftInspection(town, staff) ? climb(town, ladder, 0, at).staff : staff;
  if (ladder.ladder === 'person') return inOffice(town, staff, concernOf(ladder));
  const meant = meantNow(town, staff, concernOf(ladder), at);
  if (!('except' in ladder) || !ladder.except?.includes(meant)) return meant;
  return hasLeft(town, { staff, ladder }) ? climb(town, ladder, 0, at).staff : staff;
}

/** Whether somebody who was asked has left the post by which they were. */
export const hasLeft = (
  town: Town,
  { staff, ladder }: Pick<Addressee & { who: 'staff' }, 'staff' | 'ladder'>,
): boolean =>
  ladder.ladder === 'inspection'
    ? hasLeftInspection(town, staff)
    : inOffice(town, staff, concernOf(ladder)) !== staff;
