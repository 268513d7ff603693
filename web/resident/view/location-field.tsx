import { useState } from 'preact/hooks';
import { errorAt, fieldId } from '../../../contracts/resident/field-errors.js';
import { usePage } from '../page-context.js';
import type { PlaceProps } from './place-fields.js';

/** A phone under a roof may need this long (milliseconds) to find itself. */
const PATIENCE = 15_000;

/** Six decimals are a tenth of a metre; more only says more about the device. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6));

/** "Where I am now", asked of the device only when the person presses the button. */
export function LocationField({ draft, errors, onChange }: PlaceProps) {
  const { messages } = usePage();
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle');
  const locate = () => {
    if (!('geolocation' in navigator)) return setState('failed');
    setState('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange({ location: { lat: rounded(coords.latitude), lng: rounded(coords.longitude) } });
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  };
  const said = {
    idle: draft.location ? messages.form.located : '',
    locating: messages.form.locating,
    failed: messages.form.unlocated,
  };
  const error = errorAt(errors, 'location');
  return (
    <div class="field">
      {error !== undefined && <p class="error">{error}</p>}
      <button id={fieldId('location')} type="button" class="second" onClick={locate}>
        {messages.form.locate}
      </button>
      <p class={state === 'failed' ? 'notice' : 'hint'} role="status">
        {said[state]}{' '}
        {draft.location && state === 'idle' && (
          <button type="button" class="plain" onClick={() => onChange({ location: undefined })}>
            {messages.form.dropLocation}
          </button>
        )}
      </p>
    </div>
  );
}
