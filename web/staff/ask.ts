import type { AnswerOf } from '../../contracts/route.js';
import type { askRoute } from '../../contracts/staff/ask.js';
import type { workRoute } from '../../contracts/staff/work.js';

/** What a member of staff is asked. */
export type Ask = AnswerOf<typeof askRoute>;
export type ChoosableOption = Ask['options'][number];
export type FormField = NonNullable<Ask['programme']>['form'][number];
export type FormValue = NonNullable<FormField['value']>;

/** What whoever signed in has to do. */
export type Work = AnswerOf<typeof workRoute>;
