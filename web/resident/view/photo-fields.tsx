import { useState } from 'preact/hooks';
import { MOST_PHOTOS } from '../../../domain/photos/limits.js';
import { PhotoChoice } from '../../photo-choice.js';
import { usePage } from '../page-context.js';
import { OF_FORM } from '../pending-photos.js';

/** Photos of the form as it stands. They are sent once the request has its number. */
export function PhotoFields() {
  const { messages, photos } = usePage();
  const [chosen, setChosen] = useState(photos.get(OF_FORM));
  const change = (pictures: readonly string[]) => {
    photos.set(OF_FORM, pictures);
    setChosen(pictures);
  };
  return (
    <div class="field" role="group" aria-labelledby="photos-name">
      <p class="name" id="photos-name">
        {messages.photos.heading}
        {messages.form.optional}
      </p>
      <p class="hint" id="photos-hint">
        {messages.photos.hint}
      </p>
      <PhotoChoice words={messages.photos} pictures={chosen} most={MOST_PHOTOS} onPictures={change} />
    </div>
  );
}
