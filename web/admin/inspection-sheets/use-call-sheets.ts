import { useEffect, useState } from 'react';
import { type CallSheetAnswer, callSheetRoute } from '../../../contracts/console/work.js';
import type { Problem } from '../api/client.js';
import { usePage } from '../page/page-context.js';
import { problemOf } from '../page/use-loaded.js';
import type { Inspection } from '../work/inspection-part.js';

/** The call sheets of these inspectors, one after the other: each number that is shown is noted. */
export function useCallSheets({ kind, date }: Pick<Inspection, 'kind' | 'date'>, callers: readonly string[]) {
  const { client } = usePage();
  const [sheets, setSheets] = useState<readonly CallSheetAnswer[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const by = callers[sheets.length];
  useEffect(() => {
    if (by === undefined || problem) return undefined;
    let isCurrent = true;
    client.call(callSheetRoute, { params: { kind, date, by } }).then(
      (sheet) => isCurrent && setSheets((before) => [...before, sheet]),
      (error: unknown) => isCurrent && setProblem(problemOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, kind, date, by, problem]);
  return { sheets, problem, again: () => setProblem(undefined) };
}
