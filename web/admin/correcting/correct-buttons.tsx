import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { remarkRoute } from '../../../contracts/console/corrections.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import type { TownNames } from '../town/use-town-names.js';
import { CorrectForm } from './correct-form.js';
import { CORRECTING } from './words.js';

interface CorrectButtonsProps {
  readonly request: ConsoleRequest;
  readonly names: TownNames;
  readonly onChanged: () => void;
}

/** Opens what a request can be put right with: the correction, and a remark. */
export function CorrectButtons({ request, names, onChanged }: CorrectButtonsProps) {
  const words = useWords(CORRECTING);
  const [open, setOpen] = useState<'correct' | 'remark'>();
  const onEnd = (isChanged: boolean) => {
    setOpen(undefined);
    if (isChanged) onChanged();
  };
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setOpen('remark')}>{words.remark.open}</Button>
        <Button onClick={() => setOpen('correct')}>{words.open}</Button>
      </SpaceBetween>
      {open === 'correct' && <CorrectForm request={request} names={names} onEnd={onEnd} />}
      {open === 'remark' && <RemarkForm id={request.id} onEnd={onEnd} />}
    </>
  );
}

function RemarkForm({ id, onEnd }: { id: string; onEnd: (isAdded: boolean) => void }) {
  const words = useWords(CORRECTING);
  const { client, notify } = usePage();
  const [said, setSaid] = useState('');
  const { problem, isBusy, submit } = useSubmitting();
  const save = () =>
    submit(async () => {
      await client.call(remarkRoute, { params: { id }, body: { words: said } });
      notify('success', words.remark.done);
      onEnd(true);
    });
  return (
    <FormModal
      title={words.remark.open}
      verb={words.remark.save}
      isBusy={isBusy}
      disabled={said.trim() === ''}
      problem={problem}
      onSend={() => void save()}
      onCancel={() => onEnd(false)}
    >
      <FormField label={words.remark.words} description={words.remark.hint}>
        <Textarea value={said} onChange={({ detail }) => setSaid(detail.value)} />
      </FormField>
    </FormModal>
  );
}
