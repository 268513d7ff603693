import type { Example } from './example.js';

/** In a category mostly of complaints about staff, a text that is not marked as one may be one all the same. */
const MOSTLY = 0.5;

/** Categories most of whose examples complain about staff. */
export function categoriesOfComplaints(examples: readonly Example[]): ReadonlySet<string> {
  const counts = new Map<string, { complaints: number; all: number }>();
  for (const { category = '', complaint } of examples) {
    const { complaints, all } = counts.get(category) ?? { complaints: 0, all: 0 };
    counts.set(category, { complaints: complaints + (complaint ? 1 : 0), all: all + 1 });
  }
  return new Set(
    [...counts].filter(([, { complaints, all }]) => complaints > all * MOSTLY).map(([category]) => category),
  );
}
