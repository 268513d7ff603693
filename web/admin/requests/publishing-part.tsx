import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { takeOffPhotosRoute } from '../../../contracts/console/request-photos.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Confirm } from '../shell/confirm.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useMoments } from '../shell/use-moments.js';
import { PublishForm } from './publish-form.js';
import { REQUEST } from './words.request.js';

type Publishing = NonNullable<ConsoleRequest['publishing']>;

export interface PublishingPartProps {
  readonly id: string;
  readonly publishing: Publishing;
  readonly photos: NonNullable<ConsoleRequest['photos']>;
  readonly onChanged: () => void;
}

const LOOKS = { open: 'pending', agreed: 'success', shown: 'info' } as const;

/** Whether photos are on the daily board, who agreed, and, for whoever may, publishing them and taking them off. */
export function PublishingPart({ id, publishing, photos, onChanged }: PublishingPartProps) {
  const words = useWords(REQUEST).publishing;
  const [open, setOpen] = useState<'publish' | 'take off'>();
  const { showing, may } = publishing;
  const onEnd = (isChanged: boolean) => {
    setOpen(undefined);
    if (isChanged) onChanged();
  };
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type={LOOKS[showing]}>{useStanding(publishing)}</StatusIndicator>
      {may && showing !== 'shown' && <Button onClick={() => setOpen('publish')}>{words.open}</Button>}
      {may && showing === 'shown' && <Button onClick={() => setOpen('take off')}>{words.takeOff}</Button>}
      {open === 'publish' && (
        <PublishForm id={id} photos={photos} isAgreed={showing === 'agreed'} onEnd={onEnd} />
      )}
      {open === 'take off' && <TakeOff id={id} onEnd={onEnd} />}
    </SpaceBetween>
  );
}

function useStanding({ showing, agreedAt, agreedByName, publishedAt, publishedByName }: Publishing): string {
  const words = useWords(REQUEST).publishing;
  const { moment } = useMoments();
  if (showing === 'open') return words.notAgreed;
  if (showing === 'shown') return words.shown(publishedAt ? moment(publishedAt) : '', publishedByName);
  const at = agreedAt ? moment(agreedAt) : '';
  return agreedByName === undefined ? words.agreed(at) : words.agreedBy(at, agreedByName);
}

function TakeOff({ id, onEnd }: { id: string; onEnd: (isChanged: boolean) => void }) {
  const words = useWords(REQUEST).publishing;
  const { client, notify } = usePage();
  const tellFailure = useFailureNotice();
  const takeOff = async () => {
    try {
      await client.call(takeOffPhotosRoute, { params: { id } });
      notify('success', words.tookOff);
      onEnd(true);
    } catch (error) {
      tellFailure(error);
      onEnd(false);
    }
  };
  return (
    <Confirm
      question={words.takeOffQuestion}
      verb={words.takeOff}
      onConfirm={takeOff}
      onCancel={() => onEnd(false)}
    >
      {words.takeOffHint}
    </Confirm>
  );
}
