import { useEffect, useState } from 'react';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import type { Keep } from '../../keep.js';
import { beep } from './beep.js';
import { type Alarm, hear, isUnseen, readKnown, seeAll, writeKnown } from './rings.js';

interface Listening {
  readonly keep: Keep;
  readonly town: string | undefined;
  readonly standing: StandingAnswer | undefined;
  readonly isMuted: boolean;
  /** Says something outside the page, where the browser was allowed to. */
  readonly say: (fresh: readonly Alarm[]) => void;
}

/** The alarms for whoever is signed in, and how many of them are new to them; a new danger sounds. */
export function useAlarms({ keep, town, standing, isMuted, say }: Listening) {
  const [, setTurn] = useState(0);
  const alarms = standing?.alarms ?? [];
  useEffect(() => {
    if (town === undefined || !standing) return;
    const { known, fresh } = hear(standing.alarms, readKnown(keep, town));
    writeKnown(keep, town, known);
    setTurn((turns) => turns + 1);
    if (fresh.length === 0) return;
    if (!isMuted && fresh.some(({ why }) => why === 'danger')) beep();
    say(fresh);
    // Only what the service says rings, not a change of the words it is said in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [standing, town]);
  const known = town === undefined ? {} : readKnown(keep, town);
  return {
    alarms,
    unseen: alarms.filter((alarm) => isUnseen(known, alarm)).length,
    see: () => {
      if (town === undefined) return;
      writeKnown(keep, town, seeAll(readKnown(keep, town)));
      setTurn((turns) => turns + 1);
    },
  };
}
