import { useEffect, useState } from 'preact/hooks';
import { parseJson } from '../../json.js';
import type { Keep } from '../../keep.js';
import type { Reply } from '../../reply.js';

/**
 * What the town says of itself, first as it was on an earlier visit, then as it is now. On a slow network the page is usable at
 * once, and without any network as well.
 *
 * @param name under which it is kept on the device.
 * @param read reads what was kept.
 */
export function useKept<T>(
  keep: Keep,
  name: string,
  load: () => Promise<Reply<T>>,
  read: (value: unknown) => T | undefined,
) {
  const kept = (): T | undefined => read(parseJson(keep.read(name) ?? ''));
  const [value, setValue] = useState(kept);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    setFailed(false);
    void load().then((reply) => {
      if (gone) return;
      if (reply.kind !== 'answer') return setFailed(true);
      setValue(reply.value);
      keep.write(name, JSON.stringify(reply.value));
    });
    return () => {
      gone = true;
    };
  }, [tries]);
  return { value, failed, reload: () => setTries(tries + 1) };
}
