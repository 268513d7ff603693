import { usePage } from '../page-context.js';
import { Over } from './over.js';
import type { Opened } from './use-opened.js';

export interface OpeningProps {
  readonly opened: Exclude<Opened<unknown>, { name: 'open' }>;
  readonly onRetry: () => void;
}

/** The page until a link has opened, or when it does not. */
export function Opening({ opened, onRetry }: OpeningProps) {
  const { messages } = usePage();
  switch (opened.name) {
    case 'loading':
      return <p role="status">{messages.ask.loading}</p>;
    case 'unreachable':
      return (
        <p class="notice" role="alert">
          {messages.over.unreachable}{' '}
          <button type="button" class="plain" onClick={onRetry}>
            {messages.over.retry}
          </button>
        </p>
      );
    case 'over':
      return <Over problem={opened.problem} />;
  }
}
