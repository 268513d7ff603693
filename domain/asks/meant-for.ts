import { type Concern, inOffice, meantNow } from '../posts/in-office.js';
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
      return {};
  }
};

/** Whose an ask is now: of whoever was asked, whoever has their post by now, or stands in; a person asked for themselves waits until they are back. */
export const meantFor = (town: Town, { staff, ladder }: Addressee & { who: 'staff' }, at: number): string =>
  ladder.ladder === 'person'
    ? inOffice(town, staff, concernOf(ladder))
    : meantNow(town, staff, concernOf(ladder), at);

/** Whether somebody who was asked has left the post by which they were. */
export const hasLeft = (town: Town, { staff, ladder }: Addressee & { who: 'staff' }): boolean =>
  inOffice(town, staff, concernOf(ladder)) !== staff;
