import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import type { CallOutcome } from '../../../domain/request/further-call.js';
import { type CallBody, type CallList, noteCallRoute } from '../../../contracts/console/calls.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
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

/** The result of a telephone call. */
export function CallForm({ request, contact, onEnd }: CallFormProps) {
  const words = useWords(EMERGENCY).calls;
  const { client, notify } = usePage();
  const [outcome, setOutcome] = useState<CallOutcome>();
  const [note, setNote] = useState('');
  const { problem, isBusy, submit } = useSubmitting();
  const save = async () => {
    if (!outcome) return;
    const body: CallBody = { contact: contact.id, outcome, ...(note.trim() === '' ? {} : { note }) };
    await submit(async () => {
      await client.call(noteCallRoute, { params: { id: request }, body });
      notify('success', words.noted);
      onEnd(true);
    });
  };
  return (
    <FormModal
      title={words.noteFor(contact.name)}
      verb={words.save}
      isBusy={isBusy}
      disabled={!outcome}
      problem={problem}
      onSend={() => void save()}
      onCancel={() => onEnd(false)}
    >
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
    </FormModal>
  );
}
