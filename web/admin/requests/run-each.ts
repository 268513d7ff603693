import type { Problem } from '../api/client.js';
import type { Language } from '../../../domain/words/language.js';
import { type Pause, persist } from '../page/persist.js';

/** How far one of several is, and what came of it. */
export interface RowOutcome {
  readonly state: 'waiting' | 'busy' | 'done' | 'refused';
  /** The service's answer, in words. */
  readonly said?: string;
}

export type Outcomes = Readonly<Record<string, RowOutcome>>;

/** Nothing of it is done yet. */
export const notBegun = (ids: readonly string[]): Outcomes =>
  Object.fromEntries(ids.map((id) => [id, { state: 'waiting' }]));

/** How many are through, whatever came of them. */
export const countThrough = (outcomes: Outcomes): number =>
  Object.values(outcomes).filter(({ state }) => state === 'done' || state === 'refused').length;

/** Those that were refused: once what was filled in is put right, they can be tried again. */
export const refusedIn = (outcomes: Outcomes): string[] =>
  Object.keys(outcomes).filter((id) => outcomes[id]?.state === 'refused');

type Refusal = Pick<Problem, 'title' | 'errors'>;

/** Why something was refused: what is wrong with what was filled in says more than that something is. */
export const whyRefused = (
  { title, errors = [] }: Refusal,
  ofField: (field: string, message: string) => string,
  language: Language,
): string =>
  errors.length === 0
    ? title
    : errors.map(({ field, message }) => ofField(field, message)).join(language === 'en' ? ' ' : '');

interface Running {
  readonly tell: (id: string, outcome: RowOutcome) => void;
  readonly why: (error: unknown) => string;
  /** Whether it was not taken for now, and nothing of it was done. */
  readonly isBusy: (error: unknown) => boolean;
  readonly pause: Pause;
}

/** Does the same for each, one after the other; what is refused for one is told beside it, and the others go on. */
export async function runEach(
  ids: readonly string[],
  act: (id: string) => Promise<string>,
  { tell, why, isBusy, pause }: Running,
): Promise<void> {
  const attempt = (id: string) =>
    act(id).then(
      (said) => ({ is: 'done' as const, said }),
      (error: unknown) => ({
        is: isBusy(error) ? ('busy' as const) : ('refused' as const),
        said: why(error),
      }),
    );
  const trying = { isBusy: ({ is }: { readonly is: string }) => is === 'busy', wait: pause };
  for (const id of ids) {
    tell(id, { state: 'busy' });
    // One after the other: the town's people are texted, and whoever looks on can follow.
    // oxlint-disable-next-line no-await-in-loop
    const { is, said } = await persist(() => attempt(id), trying);
    tell(id, { state: is === 'done' ? 'done' : 'refused', said });
  }
}
