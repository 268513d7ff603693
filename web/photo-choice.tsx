import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhotoWords } from '../contracts/pages/photo-words.js';
import { base64Of, drawThumbnail, jpegFrom, shrinkPhoto } from './shrink-photo.js';

export interface PhotoChoiceProps {
  readonly words: PhotoWords;
  /** In base64. */
  readonly pictures: readonly string[];
  /** How many more are taken, those shown included. */
  readonly most: number;
  readonly onPictures: (pictures: readonly string[]) => void;
}

/** Chooses photos, shrinks them at once, and shows what will be sent. `photos-hint` is the id of the advice. */
export function PhotoChoice({ words, pictures, most, onPictures }: PhotoChoiceProps) {
  const [state, setState] = useState<'idle' | 'working' | 'unreadable' | 'tooMany'>('idle');
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = [...(input.files ?? [])];
    const files = chosen.slice(0, most - pictures.length);
    setState('working');
    const shrunk = await Promise.all(files.map((file) => shrinkPhoto(file)));
    const readable = shrunk.flatMap((jpeg) => jpeg ?? []);
    input.value = '';
    onPictures([...pictures, ...(await Promise.all(readable.map(base64Of)))]);
    if (readable.length < files.length) setState('unreadable');
    else setState(files.length < chosen.length ? 'tooMany' : 'idle');
  };
  return (
    <>
      {pictures.length > 0 && (
        <ul class="photos">
          {pictures.map((picture, at) => (
            <li key={picture}>
              <Thumbnail picture={picture} name={words.one(at + 1)} />
              <button
                type="button"
                class="plain"
                onClick={() => onPictures(pictures.filter((other) => other !== picture))}
              >
                {words.remove(at + 1)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length < most && (
        <label class="second file">
          {words.add}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple={most > 1}
            aria-describedby="photos-hint"
            onChange={(event) => void choose(event.currentTarget)}
          />
        </label>
      )}
      <p role="status" class={state === 'unreadable' || state === 'tooMany' ? 'notice' : 'hint'}>
        {state === 'working' && words.working}
        {state === 'unreadable' && words.unreadable}
        {state === 'tooMany' && words.tooMany(most)}
      </p>
    </>
  );
}

/** CSS pixels times the density of most phones. */
const THUMBNAIL = 240;

function Thumbnail({ picture, name }: { picture: string; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) void drawThumbnail(jpegFrom(picture), canvas.current, THUMBNAIL);
  }, [picture]);
  return <canvas ref={canvas} role="img" aria-label={name} />;
}
