import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { phoneNumber } from '../phone-number.js';
import { readable } from '../whose-phone.js';

/** Opens the phone of somebody who is not in the directory: a resident. */
export function OtherNumber({ onOpen }: { onOpen: (phone: string) => void }) {
  const { messages, directory } = usePage();
  const example = directory.guided[0]?.resident;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const phone = phoneNumber(typed, directory.countryCode);
    setWrong(phone === undefined);
    if (phone === undefined) return;
    onOpen(phone);
    setTyped('');
  };
  return (
    <form class="other" onSubmit={onSubmit}>
      <label for="other">{messages.people.other}</label>
      <div class="row">
        <input
          id="other"
          type="tel"
          placeholder={example && messages.people.otherHint(readable(directory, example))}
          aria-invalid={wrong}
          aria-describedby="other-wrong"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{messages.people.open}</button>
      </div>
      <p id="other-wrong" class="error" role="status">
        {wrong ? messages.people.notANumber : ''}
      </p>
    </form>
  );
}
