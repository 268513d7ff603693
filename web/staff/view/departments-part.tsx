import { dateTimeText } from '../../../contracts/pages/times.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';

type Department = NonNullable<Ask['departments']>[number];

/** Of several who work on a request: who has reported and what, who has not and until when. */
export function DepartmentsPart({ departments }: { departments: readonly Department[] }) {
  const { messages } = usePage();
  return (
    <>
      <p>
        <strong>{messages.departments.heading}</strong>
      </p>
      <dl class="lines">
        {departments.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>
              <Told {...one} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Told({ state, by, words, at, until }: Department) {
  const { messages, language, timeZone } = usePage();
  const said = [
    messages.departments.states[state],
    ...(by === '' ? [] : [by]),
    ...(at === undefined ? [] : [dateTimeText(at, language, timeZone)]),
    ...(until === undefined ? [] : [messages.work.dueBy(dateTimeText(until, language, timeZone))]),
  ].join(language === 'en' ? ', ' : '，');
  if (words === undefined || words === '') return <>{said}</>;
  return (
    <>
      {said}
      <br />
      {words}
    </>
  );
}
