import { STANDINGS } from '../../../domain/board/standings.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { BoardQuery } from './board-query.js';
import { byStanding, chosenStanding, LOOK_OF } from './standing-filter.js';
import { BOARD } from './words.board.js';

interface StandingStripProps {
  readonly query: BoardQuery;
  readonly onChange: (query: BoardQuery) => void;
}

/** How many stand how; pressing a count shows them, pressing it again shows all. */
export function StandingStrip({ query, onChange }: StandingStripProps) {
  const words = useWords(BOARD).standings;
  const { standing } = usePage();
  const chosen = chosenStanding(query);
  return (
    <div className="standings" role="group" aria-label={words.label}>
      {STANDINGS.map((one) => {
        const count = standing?.counts[one];
        return (
          <button
            key={one}
            type="button"
            className={`standing standing-${count === 0 ? 'none' : LOOK_OF[one]}`}
            aria-pressed={chosen === one}
            onClick={() => onChange(byStanding(query, one))}
          >
            <b>{count ?? '–'}</b> <span>{words.names[one]}</span>
          </button>
        );
      })}
    </div>
  );
}
