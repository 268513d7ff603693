import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf } from '../../../contracts/route.js';
import { ownRoute } from '../../../contracts/resident/request.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';

type Own = AnswerOf<typeof ownRoute>;

/** The resident's own words and who looked at them: read once, and not each time they look how it stands. */
export function useOwn(id: string, key: string): Own | undefined {
  const { call } = usePage();
  const [own, setOwn] = useState<Own>();
  useEffect(() => {
    let gone = false;
    void call(ownRoute, { params: { id }, query: { key } }).then((reply) => {
      if (!gone && reply.kind === 'answer') setOwn(reply.value);
    });
    return () => {
      gone = true;
    };
  }, [id, key]);
  return own;
}

export function OwnWords({ words }: Pick<Own, 'words'>) {
  const { track } = usePage().messages;
  if (words === undefined) return null;
  return (
    <section>
      <h2>{track.own}</h2>
      <blockquote>{words}</blockquote>
    </section>
  );
}

/** Who of the town looked at it, by what they are and when. */
export function LooksPart({ looks }: Pick<Own, 'looks'>) {
  const { messages, language, timeZone } = usePage();
  const { looks: words } = messages;
  return (
    <details>
      <summary>{words.heading}</summary>
      <p class="hint">{words.lead}</p>
      {looks.length === 0 && <p>{words.none}</p>}
      <ul>
        {looks.map(({ at, role }) => (
          <li key={at + role}>
            {dateTimeText(at, language, timeZone)} {words.roles[role]}
          </li>
        ))}
      </ul>
    </details>
  );
}
