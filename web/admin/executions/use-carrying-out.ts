import { useEffect, useRef, useState } from 'react';
import {
  type ExecutionRow,
  redriveRoute,
  retryRoute,
  stopRoute,
} from '../../../contracts/console/executions.js';
import type { Client } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { pause } from '../page/persist.js';
import { problemOf } from '../page/use-loaded.js';
import type { Act } from './act-plan.js';
import { carryOut, type Outcome, type Progress } from './carry-out.js';
import { LISTING } from './words.listing.js';

/** Too many calls, or AWS refused one of its own. */
const isBusy = (status: number): boolean => status === 429 || status >= 500;

async function outcomeOf(call: Promise<unknown>, unreached: string): Promise<Outcome> {
  try {
    await call;
    return { is: 'done' };
  } catch (error) {
    const { status, title } = problemOf(error);
    return isBusy(status) ? { is: 'busy' } : { is: 'refused', why: title === '' ? unreached : title };
  }
}

function actOn(
  { call }: Client,
  act: Act,
  { machine, name }: ExecutionRow,
  reason: string,
): Promise<unknown> {
  const params = { machine, name };
  switch (act) {
    case 'redrive':
      return call(redriveRoute, { params });
    case 'retry':
      return call(retryRoute, { params });
    case 'stop':
      return call(stopRoute, { params, body: reason.trim() === '' ? {} : { cause: reason.trim() } });
  }
}

/** Does something to each of some executions, and says how far it is. Who leaves the page ends it. */
export function useCarryingOut(act: Act, rows: readonly ExecutionRow[], reason: string) {
  const { client } = usePage();
  const { busy, unreached } = useWords(LISTING);
  const [progress, setProgress] = useState<Progress>();
  const [isUnderWay, setUnderWay] = useState(false);
  const goesOn = useRef(true);
  useEffect(() => () => void (goesOn.current = false), []);
  const begin = () => {
    goesOn.current = true;
    setUnderWay(true);
    setProgress({ done: 0, refused: new Map(), left: rows.length });
    const doing = {
      act: (row: ExecutionRow) => outcomeOf(actOn(client, act, row, reason), unreached),
      onProgress: setProgress,
      goesOn: () => goesOn.current,
      pause,
      busyWords: busy,
    };
    void carryOut(rows, doing).then((ended) => {
      setProgress(ended);
      setUnderWay(false);
    });
  };
  return { progress, isBusy: isUnderWay, begin, halt: () => void (goesOn.current = false) };
}
