import { useState } from 'react';
import { changedAnswer } from '../../../contracts/console/town.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { TOWN } from './words.js';
import { readAnswer } from '../../read-answer.js';
import type { Route } from '../../../contracts/route.js';
import type { Asked } from '../../call-route.js';

export interface SavePart {
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** True when it is saved. */
  readonly save: <R extends Route>(route: R, asked: Asked<R>, said?: string) => Promise<boolean>;
}

/** Changes a part of the town's data, and says what became of it. */
export function useSavePart(): SavePart {
  const words = useWords(TOWN);
  const { client, notify } = usePage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save: SavePart['save'] = async (route, asked, said) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const changed = readAnswer(changedAnswer, await client.call(route, asked));
      notify('success', said ?? words.saved(changed?.version ?? 0));
      return true;
    } catch (error) {
      const found = problemOf(error);
      setProblem(found.status === 409 ? { ...found, detail: words.conflict } : found);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, save };
}
