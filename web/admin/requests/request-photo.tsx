import { useEffect, useRef, useState } from 'react';
import { requestPhotoRoute } from '../../../contracts/console/request-photos.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { REQUEST } from './words.request.js';

interface RequestPhotoProps {
  readonly request: string;
  readonly photo: string;
  readonly name: string;
}

/** A photo of a request; drawn, for a picture that needs a token has no address of its own. */
export function RequestPhoto({ request, photo, name }: RequestPhotoProps) {
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
