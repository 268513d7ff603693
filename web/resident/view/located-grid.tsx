import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../../../contracts/resident/draft.js';
import { findGridRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { placeQuery } from '../place-query.js';
import { usePage } from '../page-context.js';

/** The grid of the point, so that a wrong position is noticed before sending. Nothing where it is unknown. */
export function LocatedGrid({ location }: { location: NonNullable<Draft['location']> }) {
  const { messages, language, call } = usePage();
  const [grid, setGrid] = useState<AnswerOf<typeof findGridRoute>>();
  useEffect(() => {
    let gone = false;
    setGrid(undefined);
    void call(findGridRoute, { query: placeQuery({ village: '', group: '', location }) }).then((reply) => {
      if (!gone && reply.kind === 'answer') setGrid(reply.value);
    });
    return () => {
      gone = true;
    };
  }, [location.lat, location.lng]);
  return (
    <p class="hint" role="status">
      {grid &&
        messages.form.locatedIn(`${messages.track.gridName(String(grid.number))} ${grid.name[language]}`)}
    </p>
  );
}
