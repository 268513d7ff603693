import { useCallback, useEffect, useState } from 'react';
import { type StandingAnswer, standingRoute } from '../../../contracts/console/board.js';
import type { Client } from '../api/client.js';

/** How often it is looked at, in milliseconds, also behind another window: a danger must not wait for this one. */
const EVERY = 20_000;
/** After so many looks in vain it is said that nothing is heard; one is a hiccup. */
const MISSED = 2;

/** How the open requests stand, looked at again and again while somebody is signed in. */
export function useStanding(client: Client, isSignedIn: boolean) {
  const [standing, setStanding] = useState<StandingAnswer>();
  const [missed, setMissed] = useState(0);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isSignedIn) return undefined;
    let isCurrent = true;
    const look = (fresh?: 'yes') =>
      client.call(standingRoute, { query: { fresh } }).then(
        (now) => {
          if (!isCurrent) return;
          setMissed(0);
          setStanding((before) => (isSame(before, now) ? before : now));
        },
        // The known figures stay until the service can be reached again.
        () => isCurrent && setMissed((times) => times + 1),
      );
    // Whoever has just changed something, or opened the page, sees it as it is.
    void look('yes');
    const timer = setInterval(() => void look(), EVERY);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [client, isSignedIn, turn]);
  return {
    standing,
    isUnheard: missed >= MISSED,
    lookAgain: useCallback(() => setTurn((turns) => turns + 1), []),
  };
}

const isSame = (one: StandingAnswer | undefined, other: StandingAnswer): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
