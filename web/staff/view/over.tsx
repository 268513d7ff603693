import type { Problem } from '../../problem.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { type PageContext, usePage } from '../page-context.js';

/** Why an ask takes no answer any more. */
export function overWords(
  { status, answered }: Problem,
  { messages: { over }, language, timeZone }: Pick<PageContext, 'messages' | 'language' | 'timeZone'>,
): string {
  if (status === 410) return over.expired;
  if (status !== 409) return over.unknown;
  switch (answered?.option) {
    case undefined:
      return over.answeredBefore;
    case 'withdrawn':
      return over.withdrawn;
    case 'corrected':
      return over.corrected;
    case 'superseded':
    case 'closed':
      return over.superseded;
    default:
      return over.answered(answered?.label ?? '', dateTimeText(answered?.at ?? 0, language, timeZone));
  }
}

/** There is nothing to answer any more, or there never was; and why. */
export function Over({ problem }: { problem: Problem }) {
  const page = usePage();
  const { over } = page.messages;
  const isKnown = problem.status === 409 || problem.status === 410;
  return (
    <section class="panel" role="status">
      <h1>{isKnown ? over.heading : over.unknownHeading}</h1>
      <p>{overWords(problem, page)}</p>
    </section>
  );
}
