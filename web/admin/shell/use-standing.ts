import { useCallback, useEffect, useState } from 'react';
import { type StandingAnswer, standingRoute } from '../../../contracts/console/board.js';
import type { Client } from '../api/client.js';

/** How often it is looked at, in milliseconds, also behind another window: a danger must not wait for this one. */
const EVERY = 20_000;

/** How the open requests stand, looked at again and again while somebody is signed in. */
export function useStanding(client: Client, isSignedIn: boolean) {
  const [standing, setStanding] = useState<StandingAnswer>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isSignedIn) return undefined;
    let isCurrent = true;
    const look = (fresh?: 'yes') =>
      client.call(standingRoute, { query: { fresh } }).then(
        (now) => isCurrent && setStanding((before) => (isSame(before, now) ? before : now)),
        // The known figures stay until the service can be reached again; each page says for itself that it cannot.
        () => undefined,
      );
    // Whoever has just changed something, or opened the page, sees it as it is.
    void look('yes');
    const timer = setInterval(() => void look(), EVERY);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [client, isSignedIn, turn]);
  return { standing, lookAgain: useCallback(() => setTurn((turns) => turns + 1), []) };
}

const isSame = (one: StandingAnswer | undefined, other: StandingAnswer): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
