/** The kinds of records that can be exported; from the five together every figure can be computed again. */
export const RECORDS = ['requests', 'visits', 'receptions', 'verdicts', 'causes'] as const;
export type RecordKind = (typeof RECORDS)[number];
