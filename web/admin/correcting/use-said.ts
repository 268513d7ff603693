import { useEffect, useState } from 'react';
import { readSaidRoute, type SaidAnswer } from '../../../contracts/console/entered.js';
import { usePage } from '../page/page-context.js';
import { saidOf, type Typed } from './entered-body.js';

/** After the last key, in milliseconds: whoever types fast is not read at every letter. */
const PAUSE = 350;

/** How what is typed would be read, a moment after the last key; what was read before stays in sight until then. */
export function useSaid(typed: Typed): SaidAnswer | undefined {
  const { client } = usePage();
  const [read, setRead] = useState<SaidAnswer>();
  const said = saidOf(typed);
  const key = JSON.stringify(said);
  useEffect(() => {
    if (said.description === '') {
      setRead(undefined);
      return undefined;
    }
    let isCurrent = true;
    const look = () =>
      client.call(readSaidRoute, { body: said }).then(
        (answer) => isCurrent && setRead(answer),
        // It is read again when it is taken in, and what is wrong with it is said then.
        () => undefined,
      );
    const timer = setTimeout(() => void look(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `key` says all of what is said.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key]);
  return read;
}
