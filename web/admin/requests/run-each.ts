/** How far one of several is, and what came of it. */
export interface RowOutcome {
  readonly state: 'waiting' | 'busy' | 'done' | 'refused';
  /** What the service answered, in words. */
  readonly said?: string;
}

export type Outcomes = Readonly<Record<string, RowOutcome>>;

/** Nothing of it is done yet. */
export const notBegun = (ids: readonly string[]): Outcomes =>
  Object.fromEntries(ids.map((id) => [id, { state: 'waiting' }]));

/** How many are through, whatever came of them. */
export const countThrough = (outcomes: Outcomes): number =>
  Object.values(outcomes).filter(({ state }) => state === 'done' || state === 'refused').length;

/** Does the same for each, one after the other; what is refused for one is told beside it, and the others go on. */
export async function runEach(
  ids: readonly string[],
  act: (id: string) => Promise<string>,
  { tell, why }: { tell: (id: string, outcome: RowOutcome) => void; why: (error: unknown) => string },
): Promise<void> {
  for (const id of ids) {
    tell(id, { state: 'busy' });
    // One after the other: the town's people are texted, and whoever looks on can follow.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await act(id).then(
      (said): RowOutcome => ({ state: 'done', said }),
      (error: unknown): RowOutcome => ({ state: 'refused', said: why(error) }),
    );
    tell(id, outcome);
  }
}
