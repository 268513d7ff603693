import { useEffect, useState } from 'react';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import type { Keep } from '../../keep.js';
import { beepOnce } from './beep.js';
import {
  type Alarm,
  hear,
  isToSound,
  isUnseen,
  onKnownElsewhere,
  readKnown,
  seeAll,
  soundAll,
  writeKnown,
} from './rings.js';
import type { Sound } from './use-sound.js';

interface Listening {
  readonly keep: Keep;
  readonly town: string | undefined;
  readonly standing: StandingAnswer | undefined;
  readonly silent: Sound['silent'];
  /** Says something outside the page, where the browser was allowed to. */
  readonly say: (fresh: readonly Alarm[]) => void;
}

/** The alarms for whoever is signed in, and how many of them are new to them; a new danger sounds. */
export function useAlarms({ keep, town, standing, silent, say }: Listening) {
  const [, setTurn] = useState(0);
  const alarms = standing?.alarms ?? [];
  useEffect(() => {
    if (town === undefined || !standing) return;
    const { known, fresh } = hear(standing.alarms, readKnown(keep, town));
    writeKnown(keep, town, known);
    setTurn((turns) => turns + 1);
    if (fresh.length > 0) say(fresh);
    // Only what the service says rings, not a change of the words it is said in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [standing, town]);
  useEffect(() => {
    if (town === undefined) return undefined;
    ring(keep, town, silent);
    return onKnownElsewhere(town, () => {
      ring(keep, town, silent);
      setTurn((turns) => turns + 1);
    });
  }, [keep, standing, town, silent]);
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

/** What a page that may not sound yet has heard of is left to one that may, or to its own first touch. */
function ring(keep: Keep, town: string, silent: Sound['silent']): void {
  const known = readKnown(keep, town);
  if (silent === 'untouched' || !isToSound(known)) return;
  writeKnown(keep, town, soundAll(known));
  if (silent !== 'muted') void beepOnce();
}
