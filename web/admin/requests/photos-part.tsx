import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import { type ConsoleRequest, requestPhotoRoute } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useMoments } from '../shell/use-moments.js';
import { REQUEST } from './words.request.js';

interface PhotosPartProps {
  readonly id: string;
  readonly photos: NonNullable<ConsoleRequest['photos']>;
}

/** What the resident and whoever did the work photographed: looked at only when asked for, for that is noted. */
export function PhotosPart({ id, photos }: PhotosPartProps) {
  const words = useWords(REQUEST).photos;
  const { moment } = useMoments();
  const [isShown, setShown] = useState(false);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${photos.length})`}>
          {words.title}
        </Header>
      }
    >
      {isShown ? (
        <div className="photos">
          {photos.map((photo) => (
            <figure key={photo.id}>
              <Photo request={id} photo={photo.id} name={words.of(moment(photo.at))} />
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
    </Container>
  );
}

/** Drawn, for a picture that needs a token has no address of its own. */
function Photo({ request, photo, name }: { request: string; photo: string; name: string }) {
  const words = useWords(REQUEST).photos;
  const { client } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const draw = async () => {
      const blob = await client.file(requestPhotoRoute, { params: { id: request, photo } });
      const picture = await createImageBitmap(blob);
      if (!canvas.current) return;
      canvas.current.width = picture.width;
      canvas.current.height = picture.height;
      canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
    };
    draw().catch(() => setFailed(true));
  }, [client, request, photo]);
  return isFailed ? <span>{words.failed}</span> : <canvas ref={canvas} role="img" aria-label={name} />;
}
