import { PhotoChoice } from '../../photo-choice.js';
import { usePage } from '../page-context.js';

export interface PhotoFieldsProps {
  /** In base64. */
  readonly pictures: readonly string[];
  readonly most: number;
  readonly onPictures: (pictures: readonly string[]) => void;
}

/** Photos of what was done, for whoever wants to show it. Nothing waits for them, and nothing asks for them again. */
export function PhotoFields(props: PhotoFieldsProps) {
  const { photos: words, answer } = usePage().messages;
  return (
    <div class="field" role="group" aria-labelledby="photos-name" aria-describedby="photos-hint">
      <p class="name" id="photos-name">
        {words.heading}
        {answer.optional}
      </p>
      <p class="hint" id="photos-hint">
        {words.hint(props.most)}
      </p>
      <PhotoChoice words={words} {...props} />
    </div>
  );
}
