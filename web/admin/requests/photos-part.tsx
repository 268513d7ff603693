import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { HeadedPart } from '../shell/headed.js';
import { useMoments } from '../shell/use-moments.js';
import { RequestPhoto } from './request-photo.js';
import { PublishingPart } from './publishing-part.js';
import { REQUEST } from './words.request.js';

interface PhotosPartProps {
  readonly request: ConsoleRequest;
  readonly photos: NonNullable<ConsoleRequest['photos']>;
  readonly onChanged: () => void;
}

/** Photos by the resident and by whoever did the work: shown only when asked for, for that is noted. */
export function PhotosPart({ request, photos, onChanged }: PhotosPartProps) {
  const { id, publishing } = request;
  const words = useWords(REQUEST).photos;
  const { moment } = useMoments();
  const [isShown, setShown] = useState(false);
  return (
    <HeadedPart title={words.title} counter={`(${photos.length})`}>
      <SpaceBetween size="m">
        {isShown ? (
          <div className="photos">
            {photos.map((photo) => (
              <figure key={photo.id}>
                <RequestPhoto request={id} photo={photo.id} name={words.of(moment(photo.at))} />
                <figcaption>{[moment(photo.at), photo.byName].filter(Boolean).join(' · ')}</figcaption>
              </figure>
            ))}
          </div>
        ) : (
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <Button onClick={() => setShown(true)}>{words.show}</Button>
            <Box color="text-body-secondary">{words.audited}</Box>
          </SpaceBetween>
        )}
        {publishing && (
          <PublishingPart id={id} publishing={publishing} photos={photos} onChanged={onChanged} />
        )}
      </SpaceBetween>
    </HeadedPart>
  );
}
