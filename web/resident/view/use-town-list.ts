import { useEffect, useState } from 'preact/hooks';
import { parseJson } from '../../json.js';
import { usePage } from '../page-context.js';
import type { Reply } from '../../reply.js';

/**
 * A list of the town's, first as it was on an earlier visit, then as it is now. On a slow network the form is usable at once, and
 * without any network as well.
 *
 * @param name what the service calls the list, which is kept as it answers it: `{ [name]: list }`.
 */
export function useTownList<T>(
  name: string,
  load: () => Promise<Reply<T[]>>,
  read: (value: unknown) => T[] | undefined,
) {
  const { keep } = usePage();
  const kept = (): T[] => read(parseJson(keep.read(name) ?? '')) ?? [];
  const [list, setList] = useState<readonly T[]>(kept);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    setFailed(false);
    setList(kept());
    void load().then((reply) => {
      if (gone) return;
      if (reply.kind !== 'answer') return setFailed(true);
      setList(reply.value);
      keep.write(name, JSON.stringify({ [name]: reply.value }));
    });
    return () => {
      gone = true;
    };
  }, [name, tries]);
  return { list, failed: failed && list.length === 0, reload: () => setTries(tries + 1) };
}
