import { dateTimeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';

/** Says that what is shown is from before, where it is. */
export function AsOf({ at, onRetry }: { at: number | undefined; onRetry: () => void }) {
  const { messages, language, timeZone } = usePage();
  return (
    <div role="status">
      {at !== undefined && (
        <p class="notice">
          {messages.outbox.asOf(dateTimeText(at, language, timeZone))}{' '}
          <button type="button" class="plain" onClick={onRetry}>
            {messages.over.retry}
          </button>
        </p>
      )}
    </div>
  );
}
