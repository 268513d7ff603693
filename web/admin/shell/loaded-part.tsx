import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import type { Loaded } from '../page/use-loaded.js';
import { ProblemAlert } from './problem-alert.js';

interface LoadedPartProps<T> {
  readonly loaded: Loaded<T> & { readonly reload: () => void };
  readonly children: (value: T) => ReactNode;
}

/** A part of a page that is shown once it is there. */
export function LoadedPart<T>({ loaded, children }: LoadedPartProps<T>) {
  if (loaded.state === 'failed') return <ProblemAlert problem={loaded.problem} onAgain={loaded.reload} />;
  if (loaded.value !== undefined) return <>{children(loaded.value)}</>;
  return (
    <Box textAlign="center" padding="xxl">
      <Spinner size="large" />
    </Box>
  );
}
