import { useState } from 'react';
import type { Keep } from '../../keep.js';
import { isMuted, mute, unmute } from './mute.js';
import { useTouched } from './use-touched.js';

export interface Sound {
  /** Why a danger does not sound; absent where it does. */
  readonly silent?: 'muted' | 'untouched';
  /** Mutes it, or turns it on. */
  readonly turn: () => void;
}

/** Whether a danger sounds for this person on this device. */
export function useSound(keep: Keep, person: string): Sound {
  const [, setTurn] = useState(0);
  const isTouched = useTouched();
  const muted = isMuted(keep, person);
  const turn = () => {
    if (muted) unmute(keep);
    else mute(keep, person);
    setTurn((turns) => turns + 1);
  };
  if (muted) return { silent: 'muted', turn };
  return isTouched ? { turn } : { silent: 'untouched', turn };
}
