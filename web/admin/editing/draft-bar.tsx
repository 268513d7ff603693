import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { Confirm } from '../shell/confirm.js';
import type { DraftHeld } from './use-draft.js';
import { EDITING } from './words.js';

interface DraftBarProps {
  readonly held: DraftHeld;
  readonly onReview: () => void;
}

/** The unsaved changes, and what can be done with them. */
export function DraftBar({ held, onReview }: DraftBarProps) {
  const words = useWords(EDITING);
  const [isDropping, setDropping] = useState(false);
  if (!held.draft) return null;
  return (
    <>
      <Alert
        type="info"
        header={words.unsaved(held.draft.changes.length)}
        action={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setDropping(true)}>{words.drop}</Button>
            <Button variant="primary" onClick={onReview}>
              {words.review}
            </Button>
          </SpaceBetween>
        }
      >
        {words.unsavedHint}
      </Alert>
      {isDropping && (
        <Confirm
          question={words.dropQuestion}
          verb={words.drop}
          onConfirm={() => {
            held.replace(undefined);
            setDropping(false);
            return Promise.resolve();
          }}
          onCancel={() => setDropping(false)}
        >
          {words.unsaved(held.draft.changes.length)}
        </Confirm>
      )}
    </>
  );
}
