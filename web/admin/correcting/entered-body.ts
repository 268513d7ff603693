import type { EnteredBody, SaidAnswer } from '../../../contracts/console/entered.js';

export const NOTHING_TYPED = { description: '', phone: '', name: '', village: '', group: '', category: '' };
/** The entries of whoever takes the call down; where, what and who they left empty is as it was said, or not known. */
export type Typed = Readonly<typeof NOTHING_TYPED>;

const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );

/** The place and the category that are known besides the words; a group without its village is none. */
function chosenOf({ village, group, category }: Typed) {
  const number = Number(group);
  return {
    ...filled({ village, category }),
    ...(village !== '' && group.trim() !== '' && Number.isInteger(number) ? { group: number } : {}),
  };
}

/** The request for a reading of a call while it is typed. */
export const saidOf = (typed: Typed) => ({ description: typed.description.trim(), ...chosenOf(typed) });

/** The body for taking it in. */
export const enteredOf = (typed: Typed): EnteredBody => ({
  ...saidOf(typed),
  ...filled({ phone: typed.phone, name: typed.name }),
});

/** Whether it is to be taken in at once, with whatever is known of it. */
export const isPressing = (read: Pick<SaidAnswer, 'danger'> | undefined): boolean =>
  read?.danger !== undefined;
