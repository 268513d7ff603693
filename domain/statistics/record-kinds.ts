/** What can be exported of what happened; from the four together every figure can be computed again. */
export const RECORDS = ['requests', 'visits', 'receptions', 'verdicts'] as const;
export type RecordKind = (typeof RECORDS)[number];
