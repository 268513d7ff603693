import { dateTimeText } from '../../../contracts/pages/times.js';
import { correctOwnRoute, remarkOwnRoute } from '../../../contracts/staff/correcting.js';
import type { Work } from '../ask.js';
import { usePage } from '../page-context.js';
import { DepartmentsPart } from './departments-part.js';
import { CorrectPart, type CorrectingWays } from './correct-part.js';
import { Dotted } from './dotted.js';

/** The requests that whoever signed in owns, each to be put right; the duty desk puts any right, by its number. */
export function OwnedPart({ work, onChanged }: { work: Work; onChanged: () => void }) {
  const { messages, language, now, timeZone } = usePage();
  const ways = useWays();
  const { owned, correctsAny } = work;
  if (owned.length === 0 && !correctsAny) return null;
  const by = (due: string): string => {
    const time = dateTimeText(due, language, timeZone);
    return Date.parse(due) < now() ? messages.work.overdueSince(time) : messages.work.dueBy(time);
  };
  return (
    <section>
      <h2>{messages.work.owned(owned.length)}</h2>
      {owned.map(({ request, category, place, due, departments }) => (
        <CorrectPart
          key={request}
          of={request}
          heading={<Dotted parts={[category, place, request, due && by(due)]} />}
          correct={(body) => ways.correct(body, request)}
          remark={(body) => ways.remark(body, request)}
          onCorrected={onChanged}
        >
          {departments && <DepartmentsPart departments={departments} />}
        </CorrectPart>
      ))}
      {correctsAny && <CorrectPart of="any" heading={messages.work.anyOther} byNumber {...ways} />}
    </section>
  );
}

function useWays(): CorrectingWays {
  const { api, language } = usePage();
  return {
    correct: (body, id) => api.call(correctOwnRoute, { params: { id }, body, language }),
    remark: (body, id) => api.call(remarkOwnRoute, { params: { id }, body, language }),
  };
}
