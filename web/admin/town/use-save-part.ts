import { useState } from 'react';
import type { ChangedAnswer } from '../../../contracts/console/town.js';
import type { Method, Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { TOWN } from './words.js';

export interface SavePart {
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  /** True when it is saved. */
  readonly save: (method: Method, path: string, body?: object, said?: string) => Promise<boolean>;
}

/** Changes a part of the town's data, and says what became of it. */
export function useSavePart(): SavePart {
  const words = useWords(TOWN);
  const { client, notify } = usePage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save: SavePart['save'] = async (method, path, body, said) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await client.call<ChangedAnswer | undefined>(method, path, body);
      notify('success', said ?? words.saved(answer?.version ?? 0));
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
