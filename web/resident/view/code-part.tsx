import { useEffect, useRef, useState } from 'preact/hooks';
import { typedNumber, typedPhone } from '../../../contracts/pages/request-number.js';
import { trackingCodeRoute, trackingKeyRoute } from '../../../contracts/resident/request.js';
import { usePage } from '../page-context.js';
import { trackingPath } from '../route.js';
import { SendingLine } from './sending-line.js';
import { TrackField } from './track-field.js';
import { useSending } from './use-sending.js';

/** Number and phone, and where the code for them was asked for. */
interface Sent {
  readonly number: string;
  readonly phone: string;
  readonly asked: string;
  readonly minutes: number;
}

/** Whoever has no access code: by the request's number and a code that is texted to its phone. */
export function CodePart() {
  const { code } = usePage().messages;
  const [sent, setSent] = useState<Sent>();
  return (
    <section>
      <h2>{code.heading}</h2>
      {sent ? <EnterCode sent={sent} onAgain={() => setSent(undefined)} /> : <AskForCode onSent={setSent} />}
    </section>
  );
}

function AskForCode({ onSent }: { onSent: (sent: Sent) => void }) {
  const { track, code } = usePage().messages;
  const { state, send } = useSending(trackingCodeRoute, code.failed);
  const [typed, setTyped] = useState({ number: '', phone: '' });
  const [tried, setTried] = useState(false);
  const pair = { number: typedNumber(typed.number), phone: typedPhone(typed.phone) };
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (pair.number === '') return document.getElementById('code-number')?.focus();
    if (pair.phone === '') return document.getElementById('code-phone')?.focus();
    const answer = await send({ body: pair });
    if (answer) onSent({ ...pair, ...answer });
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      <p>{code.lead}</p>
      <TrackField
        id="code-number"
        label={track.number}
        hint={track.numberHint}
        value={typed.number}
        error={tried && pair.number === '' ? track.missingNumber : undefined}
        onValue={(number) => setTyped({ ...typed, number })}
      />
      <TrackField
        id="code-phone"
        digits="phone"
        label={code.phone}
        value={typed.phone}
        error={tried && pair.phone === '' ? code.missingPhone : undefined}
        onValue={(phone) => setTyped({ ...typed, phone })}
      />
      <button type="submit" class="second">
        {code.send}
      </button>
      <SendingLine state={state} sent="" />
    </form>
  );
}

function EnterCode({ sent, onAgain }: { sent: Sent; onAgain: () => void }) {
  const { messages, go } = usePage();
  const { code } = messages;
  const { state, send } = useSending(trackingKeyRoute, code.failed);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus({ preventScroll: true }), []);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (typed.trim() === '') return document.getElementById('code-code')?.focus();
    const { number, phone, asked } = sent;
    const answer = await send({ body: { number, phone, asked, code: typed } });
    if (answer) go(trackingPath(answer.id, answer.trackingKey));
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      <p class="notice" tabIndex={-1} ref={said}>
        {code.sent(sent.minutes)}
      </p>
      <TrackField
        id="code-code"
        digits="code"
        label={code.code}
        hint={code.codeHint}
        value={typed}
        error={tried && typed.trim() === '' ? code.missingCode : undefined}
        onValue={setTyped}
      />
      <button type="submit" class="main">
        {code.open}
      </button>
      <SendingLine state={state} sent="" />
      <button type="button" class="plain" onClick={onAgain}>
        {code.again}
      </button>
    </form>
  );
}
