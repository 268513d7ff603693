import { useCallback, useRef, useState } from 'react';
import { usePage } from '../page/page-context.js';
import { type Draft, type DraftChange, readDraft, withChange } from './draft.js';

export interface DraftHeld {
  readonly draft: Draft | undefined;
  /** `version` is that of the town which the change was made in. */
  readonly put: (changes: readonly DraftChange[], version: number) => void;
  readonly replace: (draft: Draft | undefined) => void;
}

/** Somebody's unsaved changes: kept in this browser, for this person and town, until they are saved or dropped. */
export function useDraft(): DraftHeld {
  const { keep, me } = usePage();
  const name = `edited.${me.town.id}.${me.id}`;
  const [draft, setDraft] = useState(() => readDraft(keep.read(name)));
  /** Where the browser keeps nothing: as long as the page is open. */
  const latest = useRef(draft);
  const replace = useCallback(
    (next: Draft | undefined) => {
      latest.current = next;
      if (next) keep.write(name, JSON.stringify(next));
      else keep.drop(name);
      setDraft(next);
    },
    [keep, name],
  );
  const put = useCallback(
    (changes: readonly DraftChange[], version: number) =>
      replace(
        changes.reduce<Draft | undefined>(
          (all, change) => withChange(all, change, version),
          readDraft(keep.read(name)) ?? latest.current,
        ),
      ),
    [keep, name, replace],
  );
  return { draft, put, replace };
}
