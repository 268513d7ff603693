import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { publishPhotosRoute, requestPhotoRoute } from '../../../contracts/console/request-photos.js';
import { LARGEST_PUBLISHED, PUBLISHED_EDGE } from '../../../domain/photos/limits.js';
import { base64Of, shrinkPhoto } from '../../shrink-photo.js';
import type { Client } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import { useMoments } from '../shell/use-moments.js';
import { RequestPhoto } from './request-photo.js';
import { REQUEST } from './words.request.js';

type Photo = NonNullable<ConsoleRequest['photos']>[number];

interface PublishFormProps {
  readonly id: string;
  readonly photos: readonly Photo[];
  /** Whether its resident said so themselves. */
  readonly isAgreed: boolean;
  readonly onEnd: (isPublished: boolean) => void;
}

/** A small copy, drawn anew in this browser: the photo itself stays where it is. */
async function copyOf(client: Client, id: string, photo: string): Promise<string> {
  const picture = await client.file(requestPhotoRoute, { params: { id, photo } });
  const small = await shrinkPhoto(picture, { bytes: LARGEST_PUBLISHED, edge: PUBLISHED_EDGE });
  return small ? base64Of(small) : '';
}

/** One photo from before, where there is one, and one from after; looked at large, and promised to show nobody. */
export function PublishForm({ id, photos, isAgreed, onEnd }: PublishFormProps) {
  const words = useWords(REQUEST).publishing;
  const { client, notify } = usePage();
  const { problem, isBusy, submit } = useSubmitting();
  const own = photos.filter(({ by }) => by === undefined);
  const work = photos.filter(({ by }) => by !== undefined);
  const [before, setBefore] = useState(own.at(0)?.id ?? '');
  const [after, setAfter] = useState(work.at(-1)?.id ?? '');
  const [isClear, setClear] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const publish = () =>
    submit(async () => {
      const body = {
        after: await copyOf(client, id, after),
        ...(before !== '' && { before: await copyOf(client, id, before) }),
        nobodySeen: true as const,
        ...(!isAgreed && { agreedByTelephone: true as const }),
      };
      await client.call(publishPhotosRoute, { params: { id }, body });
      notify('success', words.done);
      onEnd(true);
    });
  return (
    <FormModal
      title={words.open}
      size="large"
      verb={words.publish}
      isBusy={isBusy}
      disabled={after === '' || !isClear || !(isAgreed || isAsked)}
      problem={problem}
      onSend={() => void publish()}
      onCancel={() => onEnd(false)}
    >
      <Box variant="p">{words.lead}</Box>
      <ColumnLayout columns={2}>
        <Side
          id={id}
          label={words.before}
          photos={own}
          none={words.noBefore}
          chosen={before}
          onChoose={setBefore}
        />
        <Side id={id} label={words.after} photos={work} chosen={after} onChoose={setAfter} />
      </ColumnLayout>
      <Checkbox checked={isClear} onChange={({ detail }) => setClear(detail.checked)}>
        {words.nobodySeen}
      </Checkbox>
      {!isAgreed && (
        <Checkbox
          checked={isAsked}
          description={words.agreedByTelephoneHint}
          onChange={({ detail }) => setAsked(detail.checked)}
        >
          {words.agreedByTelephone}
        </Checkbox>
      )}
    </FormModal>
  );
}

interface SideProps {
  readonly id: string;
  readonly label: string;
  readonly photos: readonly Photo[];
  /** The name of choosing none, where one may. */
  readonly none?: string;
  readonly chosen: string;
  readonly onChoose: (photo: string) => void;
}

function Side({ id, label, photos, none, chosen, onChoose }: SideProps) {
  const words = useWords(REQUEST);
  const { moment } = useMoments();
  const named = photos.map(
    (photo, n) =>
      [photo.id, [`${n + 1}`, moment(photo.at), photo.byName].filter(Boolean).join(' · ')] as [
        string,
        string,
      ],
  );
  const options: [string, string][] = [
    ...(none === undefined ? [] : [['', none] as [string, string]]),
    ...named,
  ];
  return (
    <SpaceBetween size="xs">
      <Choice label={label} value={chosen} onChange={onChoose} options={options} />
      {chosen !== '' && (
        <div className="photos">
          <RequestPhoto key={chosen} request={id} photo={chosen} name={words.photos.of(label)} />
        </div>
      )}
    </SpaceBetween>
  );
}
