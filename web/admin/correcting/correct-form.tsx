import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { correctRoute, type RequestCorrectionBody } from '../../../contracts/console/corrections.js';
import { teachRoute } from '../../../contracts/console/reading.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { ProblemAlert } from '../shell/problem-alert.js';
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
    <Modal
      visible
      size="large"
      header={words.title}
      onDismiss={() => onEnd(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => onEnd(false)}>
              {words.cancel}
            </Button>
            <Button
              variant="primary"
              loading={isBusy}
              disabled={body === undefined}
              onClick={() => body && void save(body, mayTeach && teach ? taught : undefined)}
            >
              {words.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{words.hint}</Box>
        {problem && <ProblemAlert problem={problem} />}
        <CorrectFields corrected={corrected} names={names} onCorrected={setCorrected} />
        <FormField label={words.reason} description={words.reasonHint}>
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
      </SpaceBetween>
    </Modal>
  );
}

/** Sends the correction, and, where that was wanted, keeps it for the reading to learn. */
function useCorrecting(id: string, onEnd: (isCorrected: boolean) => void) {
  const words = useWords(CORRECTING);
  const { client, notify } = usePage();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const save = async (body: RequestCorrectionBody, taught?: ReturnType<typeof taughtOf>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { changes } = await client.call(correctRoute, { params: { id }, body });
      notify('success', changes.length > 0 ? words.done(changes.join('; ')) : words.unchanged);
      if (taught) {
        await client.call(teachRoute, { params: { id }, body: taught });
        notify('success', words.taught);
      }
      onEnd(true);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return { problem, isBusy, save };
}
