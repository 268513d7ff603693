import { useEffect, useMemo, useState } from 'react';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import type { Keep } from '../../keep.js';
import { beepOnce } from './beep.js';
import { type Alarm, createMemory, hear, isUnseen, onKnownElsewhere, ring, seeAll } from './rings.js';
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
  const memory = useMemo(() => (town === undefined ? undefined : createMemory(keep, town)), [keep, town]);
  const alarms = standing?.alarms ?? [];
  useEffect(() => {
    if (!memory || !standing) return;
    const { known, fresh } = hear(standing.alarms, memory.read());
    memory.write(known);
    setTurn((turns) => turns + 1);
    if (fresh.length > 0) say(fresh);
    // Only what the service says rings, not a change of the words it is said in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [standing, memory]);
  useEffect(() => {
    if (!memory || town === undefined) return undefined;
    const sound = () => ring(memory, silent, () => void beepOnce());
    sound();
    return onKnownElsewhere(town, () => {
      sound();
      setTurn((turns) => turns + 1);
    });
  }, [memory, standing, town, silent]);
  const known = memory?.read() ?? {};
  return {
    alarms,
    unseen: alarms.filter((alarm) => isUnseen(known, alarm)).length,
    see: () => {
      memory?.write(seeAll(memory.read()));
      setTurn((turns) => turns + 1);
    },
  };
}
