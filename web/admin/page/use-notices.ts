import { useCallback, useState } from 'react';

type NoticeType = 'success' | 'error' | 'info';

/** Tells what became of something, under a header where it is of two sentences. */
export type Notify = (type: NoticeType, content: string, header?: string) => void;

export interface Notice {
  readonly id: string;
  readonly type: NoticeType;
  readonly content: string;
  readonly header?: string | undefined;
}

let count = 0;

export interface Notices {
  /** Newest first. */
  readonly items: readonly Notice[];
  readonly notify: Notify;
  readonly dismiss: (id: string) => void;
}

/** The messages above the page; each stays until it is dismissed. */
export function useNotices(): Notices {
  const [items, setItems] = useState<readonly Notice[]>([]);
  const notify = useCallback<Notify>((type, content, header) => {
    count += 1;
    const id = String(count);
    setItems((all) => [{ id, type, content, header }, ...all].slice(0, 4));
  }, []);
  const dismiss = useCallback(
    (id: string) => setItems((all) => all.filter((notice) => notice.id !== id)),
    [],
  );
  return { items, notify, dismiss };
}
