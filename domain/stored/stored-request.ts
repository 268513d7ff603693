import * as z from 'zod';

type Fields = Readonly<Record<string, unknown>>;

const storedSchema = z.looseObject({
  timeline: z.array(z.looseObject({})),
  answered: z.array(z.looseObject({ notices: z.array(z.looseObject({ text: z.string() })) })),
});

/** Before December 2026 a refusal was told in a text of its own, before the request was closed. */
const RENAMED: Readonly<Record<string, string>> = { refused: 'closed-refused' };
const noticeOf = (notice: Fields & { text: string }): Fields => ({
  ...notice,
  text: RENAMED[notice.text] ?? notice.text,
});

/**
 * Completes entries that had no field of their own before December 2026: the grid and how it was closed stood where
 * words stand, a task where a request does.
 */
function entryOf(entry: Fields, { closedAs }: Fields): Fields {
  const { type, note, other } = entry;
  switch (type) {
    case 'placed':
      return note === undefined ? entry : { grid: Number(note), ...entry };
    case 'closed':
      return { as: note ?? closedAs, ...entry };
    case 'review-due':
      return { task: other, ...entry };
    default:
      return entry;
  }
}

/** A request as any version stored it, in the words of this one; not checked yet. */
export function completeStoredRequest(stored: Fields): Fields {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return stored;
  const { timeline, answered } = read.data;
  return {
    ...stored,
    timeline: timeline.map((entry) => entryOf(entry, stored)),
    answered: answered.map((step) => ({ ...step, notices: step.notices.map(noticeOf) })),
  };
}
