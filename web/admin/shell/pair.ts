import type { KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';

export type Pair = KeyValuePairsProps.Pair;

/** A pair where there is something to say. */
export const pair = (label: string, value: Pair['value'] | undefined): Pair[] =>
  value === undefined || value === '' ? [] : [{ label, value }];
