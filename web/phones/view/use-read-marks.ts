import { useEffect, useState } from 'preact/hooks';
import type { Keep } from '../../keep.js';
import { loadReadMarks, type ReadMarks, saveReadMarks } from '../read-marks.js';
import type { TextMessage } from '../text-message.js';
import type { Thread } from '../threads.js';

/** The texts read on each phone, and how to mark a phone's texts as read. */
export function useReadMarks(keep: Keep, texts: readonly TextMessage[]) {
  const [read, setRead] = useState<ReadMarks>({});
  const [first] = texts;
  useEffect(() => setRead(loadReadMarks(keep, first)), [first?.id]);
  const markRead = ({ phone, arrived }: Thread) => {
    if (read[phone] === arrived) return;
    const marks = { ...read, [phone]: arrived };
    saveReadMarks(keep, first, marks);
    setRead(marks);
  };
  return { read, markRead };
}
