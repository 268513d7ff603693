import { useEffect, useState } from 'preact/hooks';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { similarRoute } from '../../../contracts/resident/similar.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { similarQuery } from '../place-query.js';
import type { FieldsProps } from './fields-props.js';
import { useCategories } from './use-town-lists.js';

type SimilarRequest = AnswerOf<typeof similarRoute>['similar'][number];

/** Reports of perhaps the same event, once matter and place are known. None where the network is too slow. */
export function SimilarRequests({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { similar: words } = usePage().messages;
  const found = useSimilar(draft);
  if (draft.sameAs !== '')
    return (
      <p class="panel" role="status">
        {words.chosen(shownNumber(draft.sameAs))}{' '}
        <button type="button" class="plain" onClick={() => onChange({ sameAs: '' })}>
          {words.undo}
        </button>
      </p>
    );
  return (
    <div role="status">
      {found.length > 0 && (
        <section class="panel similar">
          <h2>{words.heading}</h2>
          <p>{words.lead}</p>
          <ul>
            {found.map((request) => (
              <li key={request.id}>
                <SimilarLine request={request} category={draft.category} />
                <button type="button" class="second" onClick={() => onChange({ sameAs: request.id })}>
                  {words.mine}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function SimilarLine({ request, category }: { request: SimilarRequest; category: string }) {
  const { messages, language, timeZone } = usePage();
  const name = useCategories().find(({ id }) => id === category)?.name[language] ?? category;
  const when = dateTimeText(request.reportedAt, language, timeZone);
  return (
    <p>
      {messages.similar.reported(name, request.grid.name, when)}
      <span class="hint"> {request.statusText}</span>
    </p>
  );
}

function useSimilar(draft: FieldsProps['draft']): readonly SimilarRequest[] {
  const { call, language } = usePage();
  const query = similarQuery(draft);
  const [found, setFound] = useState<readonly SimilarRequest[]>([]);
  useEffect(() => {
    setFound([]);
    if (query === undefined) return undefined;
    let gone = false;
    void call(similarRoute, { query, language }).then((reply) => {
      if (!gone && reply.kind === 'answer') setFound(reply.value.similar);
    });
    return () => {
      gone = true;
    };
  }, [JSON.stringify(query), language]);
  return found;
}
