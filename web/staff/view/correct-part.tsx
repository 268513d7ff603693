import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reply } from '../../reply.js';
import { usePage } from '../page-context.js';
import { patiently } from '../patiently.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { Fold } from './fold.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';

/** How what is written here is sent: about the request of an ask, or of a number. */
export interface CorrectingWays {
  readonly correct: (
    body: { words: string; reason: string },
    request: string,
  ) => Promise<Reply<{ changes: string }>>;
  readonly remark: (body: { words: string }, request: string) => Promise<Reply<unknown>>;
}

/** Without a way for remarks they are written elsewhere. */
interface CorrectPartProps extends Pick<CorrectingWays, 'correct'>, Partial<Pick<CorrectingWays, 'remark'>> {
  /** Whose it is among several on one page. */
  readonly of: string;
  readonly heading: ComponentChildren;
  /** Which request is said here, by its number. */
  readonly byNumber?: boolean;
  readonly onCorrected?: () => void;
  readonly opensFor?: unknown;
  /** Further facts about it, or where such words are written. */
  readonly children?: ComponentChildren;
}

/** For a request's owner, and the duty desk: a wrong record is put right in words, or a remark is added. */
export function CorrectPart(props: CorrectPartProps) {
  const { of, heading, byNumber = false, correct, remark, onCorrected, opensFor, children } = props;
  const words = usePage().messages.correcting;
  const [request, setRequest] = useState('');
  const [done, setDone] = useState('');
  const shared = { of, request: byNumber ? request : undefined };
  const end = (said: string): void => {
    setDone(said);
    onCorrected?.();
  };
  return (
    <Fold class="panel" heading={heading} opensFor={opensFor}>
      {children}
      {byNumber && (
        <Field field={`number-${of}`} label={words.number} hint={words.numberHint} errors={[]}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={request}
              onInput={(event) => setRequest(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <WordsForm
        {...shared}
        fields={['words', 'reason']}
        send={async ({ words: said = '', reason = '' }) => {
          const reply = await correct({ words: said, reason }, request.trim());
          if (reply.kind === 'answer') {
            const { changes } = reply.value;
            end(changes === '' ? words.explained : words.done(changes));
          }
          return reply;
        }}
      />
      {remark && (
        <WordsForm
          {...shared}
          fields={['remark']}
          send={async ({ remark: said = '' }) => {
            const reply = await remark({ words: said }, request.trim());
            if (reply.kind === 'answer') end(words.remarked);
            return reply;
          }}
        />
      )}
      <p role="status" class={done === '' ? undefined : 'notice'}>
        {done}
      </p>
    </Fold>
  );
}

type Name = 'words' | 'reason' | 'remark';

interface WordsFormProps {
  readonly of: string;
  /** The number, where it is to be said. */
  readonly request: string | undefined;
  readonly fields: readonly Name[];
  readonly send: (typed: Partial<Record<Name, string>>) => Promise<Reply<unknown>>;
}

/** A few words, all of them needed, and a button. */
function WordsForm({ of, request, fields, send }: WordsFormProps) {
  const { messages } = usePage();
  const words = messages.correcting;
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const { errors, state, submit } = useSending();
  const fieldOf = (name: string): string => `${name}-${of}`;
  const [first = 'words'] = fields;
  const sendAll = async (): Promise<void> => {
    const reply = await submit({
      missing: [
        ...(request?.trim() === '' ? [{ field: fieldOf('number'), message: words.missing.number }] : []),
        ...fields
          .filter((name) => (typed[name] ?? '').trim() === '')
          .map((name) => ({ field: fieldOf(name), message: words.missing[name] })),
      ],
      send: () => patiently(() => send(typed)),
      fieldAt: (pointer) => fieldOf(pointer === '/reason' ? 'reason' : first),
    });
    if (reply?.kind === 'answer') setTyped({});
  };
  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), void sendAll())}>
      <ErrorSummary errors={errors} />
      {fields.map((name) => (
        <Field
          key={name}
          field={fieldOf(name)}
          label={words.labels[name]}
          hint={words.hints[name]}
          errors={errors}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              value={typed[name] ?? ''}
              onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <SendButton words={words.send[first]} state={state} failed={messages.signIn.failed} />
    </form>
  );
}
