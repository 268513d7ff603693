import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Language } from '../../../domain/words/language.js';
import type { Notices } from '../page/use-notices.js';
import { SHELL } from './words.js';

interface NoticeListProps extends Pick<Notices, 'items' | 'dismiss'> {
  readonly isComing: boolean;
  readonly isUnheard: boolean;
  readonly language: Language;
}

/** Above the page: that another is coming, and what became of what was done; each is read out as it comes. */
export function NoticeList({ items, dismiss, isComing, isUnheard, language }: NoticeListProps) {
  const words = SHELL[language];
  return (
    <div role="status">
      <SpaceBetween size="xs">
        {isUnheard && <Alert type="warning">{words.alarms.unheard}</Alert>}
        {isComing && <StatusIndicator type="loading">{words.loading}</StatusIndicator>}
        {items.map(({ id, type, content, header }) => (
          <Alert
            key={id}
            type={type}
            header={header}
            dismissible
            dismissAriaLabel={words.dismiss}
            onDismiss={() => dismiss(id)}
          >
            {content}
          </Alert>
        ))}
      </SpaceBetween>
    </div>
  );
}
