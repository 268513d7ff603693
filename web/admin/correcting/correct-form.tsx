import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { correctRoute, type RequestCorrectionBody } from '../../../contracts/console/corrections.js';
import { teachRoute } from '../../../contracts/console/reading.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import type { TownNames } from '../town/use-town-names.js';
import { CorrectFields } from './correct-fields.js';
import { correctionBodyOf, type Corrected, NOTHING, taughtOf } from './correction-body.js';
import { CORRECTING } from './words.js';

interface CorrectFormProps {
  readonly request: ConsoleRequest;
  readonly names: TownNames;
  readonly onEnd: (isCorrected: boolean) => void;
}

/** Puts right what of a request was recorded wrongly, with the reason. */
export function CorrectForm({ request, names, onEnd }: CorrectFormProps) {
  const words = useWords(CORRECTING);
  const { may } = usePage();
  const [corrected, setCorrected] = useState<Corrected>(NOTHING);
  const [teach, setTeach] = useState(false);
  const taught = taughtOf(corrected);
  const mayTeach = may('reading.teach') && Object.keys(taught).length > 0;
  const { problem, isBusy, save } = useCorrecting(request.id, onEnd);
  const body = correctionBodyOf(corrected);
  return (
    <FormModal
      title={words.title}
      size="large"
      verb={words.save}
      isBusy={isBusy}
      disabled={body === undefined}
      problem={problem}
      fields={{ ...words.fields, reason: words.reason }}
      onSend={() => body && void save(body, mayTeach && teach ? taught : undefined)}
      onCancel={() => onEnd(false)}
    >
      <Box variant="p">{words.hint}</Box>
      <CorrectFields corrected={corrected} names={names} onCorrected={setCorrected} />
      <FormField label={words.reason} description={words.reasonHint} stretch>
        <Textarea
          value={corrected.reason}
          onChange={({ detail }) => setCorrected({ ...corrected, reason: detail.value })}
        />
      </FormField>
      {mayTeach && (
        <Checkbox checked={teach} onChange={({ detail }) => setTeach(detail.checked)}>
          {words.teach}
        </Checkbox>
      )}
    </FormModal>
  );
}

/** Sends the correction, and, where that was wanted, keeps it for the reading to learn. */
function useCorrecting(id: string, onEnd: (isCorrected: boolean) => void) {
  const words = useWords(CORRECTING);
  const { client, notify, language } = usePage();
  const { problem, isBusy, submit } = useSubmitting();
  const save = (body: RequestCorrectionBody, taught?: ReturnType<typeof taughtOf>) =>
    submit(async () => {
      const { changes } = await client.call(correctRoute, { params: { id }, body });
      notify(
        'success',
        changes.length > 0 ? words.done(changes.join(language === 'en' ? '; ' : '；')) : words.unchanged,
      );
      if (taught) {
        await client.call(teachRoute, { params: { id }, body: taught });
        notify('success', words.taught);
      }
      onEnd(true);
    });
  return { problem, isBusy, save };
}
