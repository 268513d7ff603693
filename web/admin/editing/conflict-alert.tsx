import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ConflictProblem } from '../../../contracts/console/editing.js';
import { useWords } from '../page/catalogue.js';
import { useMoments } from '../shell/use-moments.js';
import { ChangesList } from './changes-list.js';
import { EDITING } from './words.js';

interface ConflictAlertProps {
  readonly conflict: ConflictProblem;
  readonly onTop?: () => void;
}

/** Who changed what meanwhile, and what can be done with one's own changes. */
export function ConflictAlert({ conflict, onTop }: ConflictAlertProps) {
  const words = useWords(EDITING);
  const { moment } = useMoments();
  const makers = conflict.since.map(({ by, at }) =>
    words.by(by ?? words.versions.operator, at === undefined ? '' : moment(at)),
  );
  return (
    <Alert
      type="warning"
      header={words.conflict}
      action={onTop && <Button onClick={onTop}>{words.onTop}</Button>}
    >
      <SpaceBetween size="s">
        <div>{makers.join(words.partsBy)}</div>
        <ChangesList changed={conflict.changed} />
        <div>{words.conflictHint}</div>
      </SpaceBetween>
    </Alert>
  );
}
