import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CallOutcome } from '../../../domain/request/further-call.js';
import { type CallBody, type CallList, noteCallRoute } from '../../../contracts/console/calls.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { EMERGENCY } from './words.js';

interface CallFormProps {
  readonly request: string;
  readonly contact: CallList['contacts'][number];
  readonly onEnd: (isNoted: boolean) => void;
}

const OUTCOMES = [
  'no-answer',
  'on-the-way',
  'on-site',
  'safe',
  'restored',
] as const satisfies readonly CallOutcome[];

/** What came of a telephone call. */
export function CallForm({ request, contact, onEnd }: CallFormProps) {
  const words = useWords(EMERGENCY).calls;
  const { client, notify } = usePage();
  const [outcome, setOutcome] = useState<CallOutcome>();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (!outcome) return;
    setBusy(true);
    const body: CallBody = { contact: contact.id, outcome, ...(note.trim() === '' ? {} : { note }) };
    try {
      await client.call(noteCallRoute, { params: { id: request }, body });
      notify('success', words.noted);
      onEnd(true);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      visible
      header={words.noteFor(contact.name)}
      onDismiss={() => onEnd(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => onEnd(false)}>
              {words.cancel}
            </Button>
            <Button variant="primary" disabled={!outcome} loading={isBusy} onClick={() => void save()}>
              {words.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {problem && <ProblemAlert problem={problem} />}
        <FormField label={words.outcome}>
          <RadioGroup
            value={outcome ?? null}
            items={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
            onChange={({ detail }) => setOutcome(OUTCOMES.find((one) => one === detail.value))}
          />
        </FormField>
        <FormField label={words.said}>
          <Input value={note} onChange={({ detail }) => setNote(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
