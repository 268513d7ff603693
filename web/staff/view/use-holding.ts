import { useLayoutEffect, useState } from 'preact/hooks';
import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';

/** Cold fingers slip, and look up. Milliseconds. */
const HOLD = 8_000;

/** An answer of one tap, which is sent in a moment. */
interface Holding {
  readonly item: Waiting;
  readonly over: Promise<void>;
  readonly end: () => void;
}

const holdingOf = (item: Waiting): Holding => {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { item, over, end };
};

/** Holds an answer for a moment, so that a slip can be taken back; going on, or closing the page, confirms it. */
export function useHolding() {
  const { outbox } = usePage();
  const [held, setHeld] = useState<Holding>();
  const [ended, setEnded] = useState<Holding>();
  // With the button itself: whoever taps and leaves in one movement has answered.
  useLayoutEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(held.end, HOLD);
    // A phone that is locked, or put into the pocket, stops the clock.
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') held.end();
    };
    addEventListener('pagehide', held.end);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', held.end);
      document.removeEventListener('visibilitychange', onHidden);
      held.end();
    };
  }, [held]);
  /** Whether it is to be sent. */
  const hold = async (item: Waiting): Promise<boolean> => {
    const holding = holdingOf(item);
    setHeld(holding);
    // On its way, it is not taken back here any more.
    void holding.over.then(() => setEnded(holding));
    return outbox.hold(item, holding.over);
  };
  /** Taken out of the box first: what ends then sends nothing. */
  const takeBack = (): Waiting | undefined => {
    if (held) outbox.takeBack(held.item.id);
    setHeld(undefined);
    return held?.item;
  };
  const release = (): void => setHeld(undefined);
  return { held: held?.item, isOver: held !== undefined && held === ended, hold, takeBack, release };
}
