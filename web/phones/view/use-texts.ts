import { useEffect, useRef, useState } from 'preact/hooks';
import type { LocalApi } from '../local-api.js';
import type { TextMessage } from '../text-message.js';
import { sinceOf, withFetched } from '../threads.js';

/** How often to ask for new texts, and how often while nobody answers (milliseconds). */
const EVERY = 1000;
const EVERY_WHILE_LOST = 3000;

/** The latest answer of the local cloud. */
export interface Texts {
  /** Its time, epoch milliseconds; absent before its first answer. */
  readonly now?: number;
  /** Oldest first. */
  readonly texts: readonly TextMessage[];
  /** Whether the last question went unanswered. */
  readonly lost: boolean;
}

/** A clock behind the newest text belongs to a local cloud that was started afresh. */
async function fetchTexts(api: LocalApi, known: readonly TextMessage[]): Promise<Texts> {
  const now = await api.now();
  const since = sinceOf(known);
  const kept = now < since ? [] : known;
  const from = sinceOf(kept);
  return { now, texts: withFetched(kept, from, await api.texts(from)), lost: false };
}

/** All texts and the time, asked for about every second while the page is looked at. `look` asks at once. */
export function useTexts(api: LocalApi): Texts & { look: () => Promise<void> } {
  const [state, setState] = useState<Texts>({ texts: [], lost: false });
  const newest = useRef<Texts>(state);
  const asking = useRef<Promise<void> | undefined>(undefined);
  const keep = (texts: Texts) => {
    newest.current = texts;
    setState(texts);
  };
  const look = (): Promise<void> => {
    asking.current ??= fetchTexts(api, newest.current.texts)
      .then(keep, () => keep({ ...newest.current, lost: true }))
      .finally(() => {
        asking.current = undefined;
      });
    return asking.current;
  };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      await look();
      clearTimeout(timer);
      timer = setTimeout(() => void turn(), newest.current.lost ? EVERY_WHILE_LOST : EVERY);
    };
    const onVisible = () => void turn();
    document.addEventListener('visibilitychange', onVisible);
    void turn();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [api]);
  return { ...state, look };
}
