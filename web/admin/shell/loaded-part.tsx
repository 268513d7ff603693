import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { useWords } from '../page/catalogue.js';
import type { Loaded } from '../page/use-loaded.js';
import { ProblemAlert } from './problem-alert.js';
import { SHELL } from './words.js';

interface LoadedPartProps<T> {
  readonly loaded: Loaded<T> & { readonly reload: () => void };
  readonly children: (value: T) => ReactNode;
}

/** A part of a page that is shown once it is there. */
export function LoadedPart<T>({ loaded, children }: LoadedPartProps<T>) {
  if (loaded.state === 'failed') return <ProblemAlert problem={loaded.problem} onAgain={loaded.reload} />;
  if (loaded.value !== undefined) return <>{children(loaded.value)}</>;
  return <Loading />;
}

/** Said to readers of the screen too. */
function Loading() {
  const words = useWords(SHELL);
  return (
    <Box textAlign="center" padding="xxl">
      <Spinner size="large" />
      <p role="status">{words.loading}</p>
    </Box>
  );
}
