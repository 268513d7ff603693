import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import { fieldWords } from '../../../domain/editing/field-words.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import type { EditProblem } from '../../../contracts/console/editing.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal } from '../shell/form-modal.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { ChangesList } from './changes-list.js';
import { ConflictAlert } from './conflict-alert.js';
import { type Draft, mayBeUsed } from './draft.js';
import type { Said } from './use-review.js';
import { EDITING } from './words.js';

interface ReviewModalProps {
  readonly title: string;
  readonly said: Said | undefined;
  readonly isBusy: 'checking' | 'saving' | undefined;
  readonly verb: string;
  /** What is reviewed, where it is a draft. */
  readonly draft?: Draft | undefined;
  readonly onSave: () => void;
  readonly onTop?: () => void;
  /** Opens what is wrong. */
  readonly onOpen?: (section: SectionId, key: string) => void;
  readonly onClose: () => void;
}

/** The effects of a change before it is saved, its problems, and who changed something meanwhile. */
export function ReviewModal(props: ReviewModalProps) {
  const { title, said, isBusy, verb, onSave, onClose } = props;
  const words = useWords(EDITING);
  const maySave = said?.kind === 'changes' && said.answer.changed.length + said.answer.follows.length > 0;
  return (
    <FormModal
      title={title}
      size="large"
      verb={verb}
      isBusy={isBusy === 'saving'}
      disabled={!maySave}
      onSend={onSave}
      onCancel={onClose}
    >
      {isBusy && <StatusIndicator type="loading">{words.busy[isBusy]}</StatusIndicator>}
      {!isBusy && said && <Outcome {...props} said={said} />}
    </FormModal>
  );
}

function Outcome({ said, draft, onTop, onOpen }: ReviewModalProps & { said: Said }) {
  const words = useWords(EDITING);
  switch (said.kind) {
    case 'failed':
      return <ProblemAlert problem={said.problem} />;
    case 'conflict':
      return <ConflictAlert conflict={said.conflict} {...(onTop && { onTop })} />;
    case 'wrong':
      return (
        <Alert type="error" header={words.wrong(said.found.length)}>
          <ProblemList found={said.found} {...(onOpen && { onOpen })} />
          {mayBeUsed(draft, said.found) && <Box margin={{ top: 'xs' }}>{words.stillUsed}</Box>}
        </Alert>
      );
    case 'changes':
      return said.answer.changed.length + said.answer.follows.length === 0 ? (
        <Alert type="info">{words.versions.nothing}</Alert>
      ) : (
        <SpaceBetween size="s">
          <Alert type="success">{words.right}</Alert>
          <ChangesList changed={said.answer.changed} />
          {said.answer.follows.length > 0 && (
            <Alert type="info" header={words.follows}>
              <ul className="changes">
                {said.answer.follows.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Alert>
          )}
        </SpaceBetween>
      );
  }
}

interface ProblemListProps {
  readonly found: readonly EditProblem[];
  readonly onOpen?: (section: SectionId, key: string) => void;
}

function ProblemList({ found, onOpen }: ProblemListProps) {
  const words = useWords(EDITING);
  const { language } = usePage();
  return (
    <ul className="changes">
      {found.map(({ section, key, title = '', field, message }) => {
        const names = field.filter((part) => typeof part === 'string');
        const path = [section, ...names].join('.');
        const label = fieldWords(path)?.[language] ?? field.join(' › ');
        const where =
          section === undefined ? words.elsewhere : `${SECTION_WORDS[section].name[language]} · ${title}`;
        return (
          <li key={`${section} ${key} ${path} ${message}`}>
            {section !== undefined && key !== undefined && onOpen ? (
              <Button variant="inline-link" onClick={() => onOpen(section, key)}>
                {where}
              </Button>
            ) : (
              where
            )}
            {` › ${words.said(label, message)}`}
          </li>
        );
      })}
    </ul>
  );
}
