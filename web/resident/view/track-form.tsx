import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { typedKey, typedNumber } from '../../../contracts/pages/request-number.js';
import { trackingPath } from '../route.js';
import { CodePart } from './code-part.js';
import { TrackField } from './track-field.js';

/** Asks for the number and the key; or has a code texted. */
export function TrackForm() {
  return (
    <>
      <KeyForm />
      <CodePart />
    </>
  );
}

function KeyForm() {
  const { messages, go } = usePage();
  const { track } = messages;
  const [number, setNumber] = useState('');
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const typed = { number: typedNumber(number), key: typedKey(key) };
    if (typed.number === '') return document.getElementById('track-number')?.focus();
    if (typed.key === '') return document.getElementById('track-key')?.focus();
    go(trackingPath(typed.number, typed.key));
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <h1>{track.heading}</h1>
      <p class="lead">{track.lead}</p>
      <TrackField
        id="track-number"
        label={track.number}
        hint={track.numberHint}
        value={number}
        error={tried && typedNumber(number) === '' ? track.missingNumber : undefined}
        onValue={setNumber}
      />
      <TrackField
        id="track-key"
        label={track.key}
        hint={track.keyHint}
        value={key}
        error={tried && typedKey(key) === '' ? track.missingKey : undefined}
        onValue={setKey}
      />
      <button type="submit" class="main">
        {track.open}
      </button>
    </form>
  );
}
