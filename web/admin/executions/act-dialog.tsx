import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { DialogFoot } from '../shell/dialog-foot.js';
import { SHELL } from '../shell/words.js';
import { type Act, type ActPlan, planOf } from './act-plan.js';
import type { Progress } from './carry-out.js';
import { machineWords } from './machine-words.js';
import { useCarryingOut } from './use-carrying-out.js';
import { LISTING } from './words.listing.js';

interface ActDialogProps {
  readonly act: Act;
  readonly rows: readonly ExecutionRow[];
  readonly onEnd: () => void;
}

/** Says what would be done to which, does it, and says how far it is and what came of it. */
export function ActDialog({ act, rows, onEnd }: ActDialogProps) {
  const words = useWords(LISTING);
  const { now } = usePage();
  // The plan as it was shown is carried out: it does not change while somebody reads it.
  const [at] = useState(now);
  const plan = useMemo(() => planOf(act, rows, at), [act, rows, at]);
  const [reason, setReason] = useState('');
  const { progress, isBusy, begin, halt } = useCarryingOut(act, plan.will, reason);
  const { verb, question } = words.acts[act];
  const close = () => {
    halt();
    onEnd();
  };
  return (
    <Modal
      visible
      header={question(rows.length)}
      onDismiss={close}
      footer={
        <DialogFoot>
          <Footer progress={progress} isBusy={isBusy} onClose={close} onHalt={halt} />
          {!progress && plan.will.length > 0 && (
            <Button variant="primary" onClick={begin}>
              {verb}
            </Button>
          )}
        </DialogFoot>
      }
    >
      {progress ? (
        <Progressing progress={progress} all={plan.will.length} isBusy={isBusy} />
      ) : (
        <SpaceBetween size="m">
          <Said act={act} plan={plan} />
          {act === 'stop' && plan.will.length > 0 && (
            <FormField label={words.reason}>
              <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
            </FormField>
          )}
        </SpaceBetween>
      )}
    </Modal>
  );
}

interface FooterProps {
  readonly progress: Progress | undefined;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onHalt: () => void;
}

function Footer({ progress, isBusy, onClose, onHalt }: FooterProps) {
  const words = useWords(LISTING);
  const { cancel } = useWords(SHELL);
  if (isBusy) return <Button onClick={onHalt}>{words.enough}</Button>;
  return (
    <Button variant={progress ? 'primary' : 'link'} onClick={onClose}>
      {progress ? words.close : cancel}
    </Button>
  );
}

/** Places that are named before it is done. */
const MOST_PLACES = 6;

function Said({ act, plan }: { act: Act; plan: ActPlan }) {
  const words = useWords(LISTING);
  const { language } = usePage();
  if (plan.will.length === 0)
    return (
      <Alert type="info" header={words.nothingToDo}>
        <LeftOutList plan={plan} />
      </Alert>
    );
  const placeOf = ({ machine, state }: ActPlan['at'][number]) => {
    const named = machineWords(machine, language);
    return `${named.name} · ${state === undefined ? words.from_start : named.whole(state)}`;
  };
  const count = plan.will.length;
  return (
    <SpaceBetween size="m">
      <Box variant="p">{words.acts[act].hint(count)}</Box>
      {act === 'stop' && plan.emergencies > 0 && (
        <Alert type="warning">{words.emergencies(plan.emergencies, count)}</Alert>
      )}
      <div>
        <Box variant="awsui-key-label">{(act === 'redrive' ? words.goOnAt : words.standAt)(count)}</Box>
        <ul>
          {plan.at.slice(0, MOST_PLACES).map((place) => (
            <li key={placeOf(place)}>{words.counted(placeOf(place), place.count)}</li>
          ))}
          {plan.at.length > MOST_PLACES && <li>…</li>}
        </ul>
      </div>
      {plan.leftOut.length > 0 && (
        <div>
          <Box variant="awsui-key-label">{words.leftOutTitle}</Box>
          <LeftOutList plan={plan} />
        </div>
      )}
    </SpaceBetween>
  );
}

function LeftOutList({ plan: { leftOut } }: { plan: ActPlan }) {
  const words = useWords(LISTING);
  return (
    <ul>
      {leftOut.map(([why, count]) => (
        <li key={why}>{words.counted(words.leftOut[why], count)}</li>
      ))}
    </ul>
  );
}

interface ProgressingProps {
  readonly progress: Progress;
  readonly all: number;
  readonly isBusy: boolean;
}

function Progressing({ progress: { done, refused, left }, all, isBusy }: ProgressingProps) {
  const words = useWords(LISTING);
  return (
    <SpaceBetween size="m">
      <ProgressBar
        label={words.progress}
        value={all === 0 ? 100 : ((all - left) / all) * 100}
        additionalInfo={words.soFar(all - left, all)}
      />
      {!isBusy && <Alert type={refused.size === 0 ? 'success' : 'warning'}>{words.result(done)}</Alert>}
      {refused.size > 0 && (
        <div>
          <Box variant="awsui-key-label">{words.refusedTitle}</Box>
          <ul>
            {[...refused].map(([why, count]) => (
              <li key={why}>{words.counted(why, count)}</li>
            ))}
          </ul>
        </div>
      )}
    </SpaceBetween>
  );
}
