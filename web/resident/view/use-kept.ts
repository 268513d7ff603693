import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf, Route } from '../../../contracts/route.js';
import { answerOf, type CallRoute } from '../../call-route.js';
import { parseJson } from '../../json.js';
import type { Keep } from '../../keep.js';
import { readAnswer } from '../../read-answer.js';

/**
 * The town's own data, first as they were on an earlier visit, then as they are now. On a slow network the page is
 * usable at once, and without any network as well.
 */
export function useKept<R extends Route>(keep: Keep, call: CallRoute, route: R) {
  const name = route.path.slice(1);
  const kept = (): AnswerOf<R> | undefined => readAnswer(answerOf(route), parseJson(keep.read(name) ?? ''));
  const [value, setValue] = useState(kept);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    setFailed(false);
    void call(route).then((reply) => {
      if (gone) return;
      if (reply.kind !== 'answer') return setFailed(true);
      setValue(() => reply.value);
      keep.write(name, JSON.stringify(reply.value));
    });
    return () => {
      gone = true;
    };
  }, [tries]);
  return { value, failed, reload: () => setTries(tries + 1) };
}
