import Button from '@cloudscape-design/components/button';
import Modal, { type ModalProps } from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { DialogFoot } from './dialog-foot.js';
import { ProblemAlert } from './problem-alert.js';
import { SHELL } from './words.js';

interface FormModalProps {
  readonly title: string;
  readonly size?: ModalProps.Size;
  readonly verb: string;
  readonly isBusy: boolean;
  /** Whether something must be filled in first. */
  readonly disabled?: boolean;
  readonly problem?: Problem | undefined;
  /** What its fields are called, by their names in the API. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Whether it was sent and is only to be read: nothing can be called off any more. */
  readonly isOver?: boolean;
  /** Where leaving it takes nothing back, the word for that. */
  readonly leave?: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A few fields to be filled in and sent, or left; what was wrong with them stands above. */
export function FormModal(props: FormModalProps) {
  const { title, size, verb, isBusy, disabled = false, problem, fields = {}, isOver = false } = props;
  const { leave, onSend, onCancel, children } = props;
  const words = useWords(SHELL);
  return (
    <Modal
      visible
      {...(size && { size })}
      header={title}
      onDismiss={onCancel}
      footer={
        <DialogFoot>
          {!isOver && (
            <Button variant="link" onClick={onCancel}>
              {leave ?? words.cancel}
            </Button>
          )}
          <Button
            variant="primary"
            loading={isBusy}
            loadingText={words.working}
            disabled={disabled}
            onClick={onSend}
          >
            {verb}
          </Button>
        </DialogFoot>
      }
    >
      <SpaceBetween size="m">
        {problem && <ProblemAlert problem={problem} fields={fields} />}
        {children}
      </SpaceBetween>
    </Modal>
  );
}

/** Sends a form once at a time; whoever opened it closes it when that worked, and where it did not it says why. */
export function useSubmitting() {
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (send: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return { problem, isBusy, submit };
}
