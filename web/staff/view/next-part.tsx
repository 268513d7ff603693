import { useEffect, useState } from 'preact/hooks';
import { workRoute } from '../../../contracts/staff/work.js';
import type { Work } from '../ask.js';
import { openBeside } from '../next-open.js';
import { usePage } from '../page-context.js';
import { WORK } from '../staff-api.js';
import { PageLink } from './page-link.js';
import { useOutbox } from './use-outbox.js';

/**
 * The next ask, so that ten are answered in a row. A link opens one ask and no other: only whoever signed in on this
 * phone is led on.
 */
export function NextPart({ link }: { link: string }) {
  const { messages } = usePage();
  const outbox = useOutbox();
  const work = useWork();
  const [next, ...more] = work ? openBeside(work, link, outbox) : [];
  const visits = work?.visits.find(({ left }) => left > 0);
  if (!work) return null;
  if (next)
    return (
      <PageLink to={next.link} class="main next">
        <small>{messages.sent.next(more.length)}</small>
        {[messages.kinds[next.kind], ...next.facts.map(({ value }) => value)].join(' · ')}
      </PageLink>
    );
  return (
    <>
      <p>{messages.sent.noNext}</p>
      {visits && (
        <PageLink to={visits.link} class="second next">
          {messages.work.visits} · {messages.work.visitsLeft(visits.left, visits.due)}
        </PageLink>
      )}
    </>
  );
}

/** As it was known here, at once; then as it is now. */
function useWork(): Work | undefined {
  const { api, language } = usePage();
  const [work, setWork] = useState(() => api.before(workRoute, WORK)?.value);
  useEffect(() => {
    if (!work) return;
    void api.open(workRoute, WORK, language).then((reply) => {
      if (reply.kind === 'answer') setWork(reply.value);
      if (reply.kind === 'problem' && reply.problem.status === 401) setWork(undefined);
    });
  }, [language]);
  return work;
}
