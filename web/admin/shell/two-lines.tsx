import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

/** The main text of a cell, and below it, smaller, what belongs to it: a table of many columns fits a small screen. */
export const TwoLines = ({ first, second }: { first: ReactNode; second: ReactNode }) => (
  <>
    <div>{first}</div>
    {second ? <Box variant="small">{second}</Box> : undefined}
  </>
);

/** The heading over both. */
export const twoHeaders = (first: string, second: string): string => `${first} · ${second}`;
