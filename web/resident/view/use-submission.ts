import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Attempt, attemptFor, bodyOf } from '../attempt.js';
import { createDraftKeep } from '../draft-keep.js';
import { type Draft, EMPTY_DRAFT, requestBody } from '../../../contracts/resident/draft.js';
import { errorsOfProblem, type FieldError, missingFields } from '../../../contracts/resident/field-errors.js';
import { submitRoute } from '../../../contracts/resident/request.js';
import { type PageContext, usePage } from '../page-context.js';
import { randomKey } from '../../random-key.js';
import { isToldToWait, isWorthRetrying, sendPatiently } from '../../reply.js';
import { useOnline } from '../../use-online.js';
import { OF_FORM } from '../pending-photos.js';
import { receiptAddress } from '../route.js';

/** The form's draft, what is wrong with it, and how sending it goes. */
export function useSubmission() {
  const page = usePage();
  const kept = useMemo(() => createDraftKeep(page.keep), [page.keep]);
  const [draft, setDraft] = useState(() => kept.load(page.now()).draft);
  const [consent, setConsent] = useState(false);
  /** Counts how often the form was cleared. */
  const [round, setRound] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [state, setState] = useState<'idle' | 'sending' | 'unsent'>('idle');

  useEffect(() => {
    if (draft !== EMPTY_DRAFT) kept.save({ draft, attempt: kept.load(page.now()).attempt }, page.now());
  }, [draft]);

  // The errors were said in the language before.
  useEffect(() => setErrors([]), [page.language]);

  const send = async (attempt: Attempt): Promise<void> => {
    setState('sending');
    const reply = await sendPatiently(() => submitted(page, attempt));
    if (reply.kind === 'answer') {
      kept.forget();
      page.photos.set(reply.value.id, page.photos.get(OF_FORM));
      page.photos.set(OF_FORM, []);
      showReceipt(reply.value.trackingUrl, page.go);
    } else {
      const isUnsent = isWorthRetrying(reply) && !isToldToWait(reply);
      setState(isUnsent ? 'unsent' : 'idle');
      if (reply.kind === 'problem' && !isUnsent) setErrors(errorsOfProblem(reply.problem, page.messages));
    }
  };
  const submit = async (): Promise<void> => {
    if (state === 'sending') return;
    const missing = missingFields(draft, consent, page.messages);
    setErrors(missing);
    if (missing.length > 0) return;
    const attempt = attemptFor(
      kept.load(page.now()).attempt,
      requestBody(draft, consent, page.language),
      randomKey,
    );
    kept.save({ draft, attempt }, page.now());
    await send(attempt);
  };
  // Nobody should have to watch the signal: what could not be sent goes by itself, under its key, once there is a
  // network.
  useOnline(() => {
    const { attempt } = kept.load(page.now());
    if (state === 'unsent' && attempt) void send(attempt);
  });
  const clear = () => {
    kept.forget();
    page.photos.set(OF_FORM, []);
    setRound(round + 1);
    setDraft(EMPTY_DRAFT);
    setConsent(false);
    setErrors([]);
    setState('idle');
  };
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return { draft, consent, errors, state, round, change, setConsent, submit, clear };
}

const submitted = ({ call, language }: PageContext, attempt: Attempt) =>
  call(submitRoute, { headers: { 'Idempotency-Key': attempt.key }, body: bodyOf(attempt), language });

/** The receipt lives under the tracking link, perhaps on the town's own host. The scheme is the page's on its host. */
function showReceipt(trackingUrl: string, go: (address: string) => void): void {
  const address = receiptAddress(trackingUrl, location.href);
  if (address.host === location.host) go(address.pathname + address.search + address.hash);
  else location.assign(address);
}
