import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../draft.js';
import type { GridFound } from '../grid-found.js';
import { usePage } from '../page-context.js';

/** Which grid the point is in, so that a wrong position is noticed before it is sent. Nothing where it cannot be found out. */
export function LocatedGrid({ location }: { location: NonNullable<Draft['location']> }) {
  const { messages, language, api } = usePage();
  const [grid, setGrid] = useState<GridFound>();
  useEffect(() => {
    let gone = false;
    setGrid(undefined);
    void api.findGrid(location).then((reply) => {
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
