/** Milliseconds. One Ctrl-C may arrive twice: the terminal sends it to all that it runs, and npm, which is among them, passes it on. */
const SAME_ASKING = 500;

/** Tells a second asking from the echo of the first. */
export function onAsked(
  act: { readonly first: () => void; readonly again: () => void },
  now: () => number = () => performance.now(),
): () => void {
  let askedAt: number | undefined;
  return () => {
    if (askedAt === undefined) {
      askedAt = now();
      act.first();
    } else if (now() - askedAt > SAME_ASKING) act.again();
  };
}
