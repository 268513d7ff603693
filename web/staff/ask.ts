import type { AnswerOf } from '../../contracts/route.js';
import type { askRoute } from '../../contracts/staff/ask.js';
import type { workRoute } from '../../contracts/staff/work.js';

/** An ask to a member of staff. */
export type Ask = AnswerOf<typeof askRoute>;
export type ChoosableOption = Ask['options'][number];
export type FormField = NonNullable<Ask['programme']>['form'][number];
export type FormValue = NonNullable<FormField['value']>;

/** The work of whoever signed in. */
export type Work = AnswerOf<typeof workRoute>;
