import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { askRoute } from '../../../contracts/staff/ask.js';
import { visitsRoute } from '../../../contracts/staff/visits.js';
import type { Work } from '../ask.js';

/**
 * Opens everything on the list once, so that it can be read and answered where there is no network. Somebody asks for
 * it: what is said of residents is read, and audited, when it is to be used.
 */
export function TakeAlong({ work: { asks, visits } }: { work: Work }) {
  const { api, messages, language } = usePage();
  const [state, setState] = useState<'idle' | 'taking' | 'failed'>('idle');
  const words = messages.outbox;
  const missing = [
    ...asks.map(({ link }) => ({ route: askRoute, link })),
    ...visits.map(({ link }) => ({ route: visitsRoute, link })),
  ].filter(({ route, link }) => !api.before(route, link));
  const take = async (): Promise<void> => {
    setState('taking');
    // One after the other: the signal may be weak, and what has come is kept.
    for (const { route, link } of missing) {
      const reply = await api.open(route, link, language);
      if (reply.kind === 'unreachable') return setState('failed');
    }
    setState('idle');
  };
  if (asks.length + visits.length === 0) return null;
  return (
    <section>
      {missing.length > 0 ? (
        <>
          <button type="button" class="second" aria-disabled={state === 'taking'} onClick={() => void take()}>
            {words.takeAlong}
          </button>
          <p class="hint">{words.takeAlongHint}</p>
        </>
      ) : null}
      <p role="status">
        {state === 'taking' ? messages.ask.loading : missing.length === 0 ? words.taken : ''}
      </p>
      {state === 'failed' && (
        <p class="error" role="alert">
          {messages.signIn.failed}
        </p>
      )}
    </section>
  );
}
