const ATTEMPTS = 6;
const FIRST_PAUSE = 500;

export type Pause = (milliseconds: number) => Promise<void>;

export const pause: Pause = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Tries again where the service is busy, after twice as long each time, and gives up at last. */
export async function persist<Outcome>(
  act: () => Promise<Outcome>,
  { isBusy, wait }: { readonly isBusy: (outcome: Outcome) => boolean; readonly wait: Pause },
): Promise<Outcome> {
  let outcome = await act();
  for (let attempt = 1; isBusy(outcome) && attempt < ATTEMPTS; attempt += 1) {
    await wait(FIRST_PAUSE * 2 ** attempt);
    outcome = await act();
  }
  return outcome;
}
