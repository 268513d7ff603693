import { useEffect, useRef, useState } from 'preact/hooks';
import { isWorthRetrying, type Reply } from '../../reply.js';
import type { AnswerError } from '../answer.js';
import { usePage } from '../page-context.js';

export type SendingState = 'idle' | 'sending' | 'unsent';

/** The call to make, and the fields to fill in before it is worth a trip over a slow network. */
export interface ToSend<T> {
  readonly missing: readonly AnswerError[];
  readonly send: () => Promise<Reply<T>>;
  /** The control that a JSON pointer of the service ("/note") means. */
  readonly fieldAt: (pointer: string) => string;
}

/** Sending a form: what is wrong with it, and how it goes. */
export function useSending(before: readonly AnswerError[] = []) {
  const { language } = usePage();
  const [errors, setErrors] = useState<readonly AnswerError[]>(before);
  const [state, setState] = useState<SendingState>('idle');
  // The problem was said in the language before.
  const saidIn = useRef(language);
  useEffect(() => {
    if (saidIn.current !== language) setErrors([]);
    saidIn.current = language;
  }, [language]);

  /** The reply; undefined where nothing was sent. */
  const submit = async <T>({ missing, send, fieldAt }: ToSend<T>): Promise<Reply<T> | undefined> => {
    if (state === 'sending') return undefined;
    setErrors(missing);
    if (missing.length > 0) return undefined;
    setState('sending');
    const reply = await send();
    setState(isWorthRetrying(reply) ? 'unsent' : 'idle');
    if (reply.kind === 'problem')
      setErrors(reply.problem.errors.map(({ field, message }) => ({ field: fieldAt(field), message })));
    return reply;
  };
  return { errors, state, submit };
}
