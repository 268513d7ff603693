import { holds } from './eligibility.js';
import type { ProgrammePlaces } from '../town/programme-places.js';

/** How great a need is: the points of every rule that holds of the form. What was not filled in gives none. */
export const needPoints = (
  { need }: Pick<ProgrammePlaces, 'need'>,
  form: Readonly<Record<string, unknown>>,
): number =>
  need.reduce((total, { points, ...rule }) => (holds(rule, form[rule.field]) ? total + points : total), 0);
