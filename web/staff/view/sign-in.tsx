import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { signInCodeRoute, signInRoute } from '../../../contracts/staff/work.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { patiently } from '../patiently.js';
import { Field } from './field.js';
import { ErrorSummary } from './error-summary.js';
import { Heading } from './heading.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';

/** A code that was asked for, and for which number. */
type Asked = AnswerOf<typeof signInCodeRoute> & { readonly phone: string };

interface SignInProps {
  /** Whether it follows a session: then it is read out. */
  readonly isAgain: boolean;
  readonly onSignedIn: () => void;
}

/** The phone number first, then the code that is texted to it. */
export function SignIn({ isAgain, onSignedIn }: SignInProps) {
  const { signIn } = usePage().messages;
  const [asked, setAsked] = useState<Asked | undefined>();
  return (
    <section>
      <Heading hasChanged={isAgain}>{signIn.heading}</Heading>
      {asked === undefined ? (
        <PhoneForm onAsked={setAsked} />
      ) : (
        <CodeForm
          asked={asked}
          onAsked={setAsked}
          onSignedIn={onSignedIn}
          onOther={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

const fieldOf = (pointer: string): string => pointer.replace(/^\//, '');

function PhoneForm({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { api, language, messages } = usePage();
  const { signIn } = messages;
  const [phone, setPhone] = useState('');
  const { errors, state, submit } = useSending();
  const send = async (): Promise<void> => {
    const reply = await submit({
      missing: phone.trim() === '' ? [{ field: 'phone', message: signIn.missing.phone }] : [],
      send: () => patiently(() => api.call(signInCodeRoute, { body: { phone }, language })),
      fieldAt: fieldOf,
    });
    if (reply?.kind === 'answer') onAsked({ phone: phone.trim(), ...reply.value });
  };
  return (
    <>
      <p class="lead">{signIn.lead}</p>
      <form class="panel" noValidate onSubmit={(event) => (event.preventDefault(), void send())}>
        <ErrorSummary errors={errors} />
        <Field field="phone" label={signIn.phone} hint={signIn.phoneHint} errors={errors}>
          {(control) => (
            <input
              {...control}
              type="tel"
              autocomplete="tel"
              value={phone}
              onInput={(event) => setPhone(event.currentTarget.value)}
            />
          )}
        </Field>
        <SendButton words={signIn.ask} state={state} failed={signIn.failed} />
      </form>
    </>
  );
}

interface CodeFormProps {
  readonly asked: Asked;
  readonly onAsked: (asked: Asked) => void;
  readonly onSignedIn: () => void;
  readonly onOther: () => void;
}

function CodeForm({ asked: { phone, minutes, asked }, onAsked, onSignedIn, onOther }: CodeFormProps) {
  const { api, language, messages } = usePage();
  const { signIn } = messages;
  const [code, setCode] = useState('');
  const { errors, state, submit } = useSending();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const send = async (): Promise<void> => {
    const reply = await submit({
      missing: code.trim() === '' ? [{ field: 'code', message: signIn.missing.code }] : [],
      send: () => patiently(() => api.call(signInRoute, { body: { phone, code, asked }, language })),
      fieldAt: fieldOf,
    });
    if (reply?.kind === 'answer') onSignedIn();
  };
  return (
    <>
      <p class="lead" tabIndex={-1} ref={said}>
        {signIn.sent(phone, minutes)}
      </p>
      <form class="panel" noValidate onSubmit={(event) => (event.preventDefault(), void send())}>
        <ErrorSummary errors={errors} />
        <Field field="code" label={signIn.code} hint={signIn.codeHint} errors={errors}>
          {(control) => (
            <input
              {...control}
              class="code"
              type="text"
              inputMode="numeric"
              autocomplete="one-time-code"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </Field>
        <SendButton words={signIn.enter} state={state} failed={signIn.failed} />
      </form>
      <OtherCode phone={phone} onAsked={onAsked} />
      <p>
        <button type="button" class="plain" onClick={onOther}>
          {signIn.otherPhone}
        </button>
      </p>
    </>
  );
}

function OtherCode({ phone, onAsked }: { phone: string; onAsked: (asked: Asked) => void }) {
  const { api, language, messages } = usePage();
  const [said, setSaid] = useState('');
  const { signIn } = messages;
  const again = async (): Promise<void> => {
    const reply = await api.call(signInCodeRoute, { body: { phone }, language });
    if (reply.kind === 'answer') onAsked({ phone, ...reply.value });
    setSaid(reply.kind === 'answer' ? signIn.askedAgain : signIn.failed);
  };
  return (
    <>
      <p>
        <button type="button" class="plain" onClick={() => void again()}>
          {signIn.askAgain}
        </button>
      </p>
      <p role="status">{said}</p>
    </>
  );
}
