import { type Standing, STANDINGS } from '../../../domain/board/standings.js';
import { type BoardQuery, inState } from './board-query.js';

/** The look of a count above the board: red where somebody must act at once, never for the resident's turn. */
export const LOOK_OF: Readonly<Record<Standing, 'red' | 'late' | 'soon' | 'calm'>> = {
  danger: 'red',
  stuck: 'red',
  unplaced: 'red',
  overdue: 'late',
  today: 'soon',
  waiting: 'calm',
  asked: 'calm',
};

/** Overdue and due today belong to the filter of deadlines, everything else to that of standings. */
const isDeadline = (standing: Standing): boolean => standing === 'overdue' || standing === 'today';

/** Which count the board is filtered by; none where it is by something else. */
export const chosenStanding = ({ state, due, standing }: BoardQuery): Standing | undefined =>
  state === 'closed' ? undefined : STANDINGS.find((one) => one === (standing ?? due));

/** The board by another count; the one it has is taken back. Where, what and whose stay as they are. */
export function byStanding(query: BoardQuery, standing: Standing): BoardQuery {
  const {
    standing: _standing,
    due: _due,
    ...others
  } = query.state === 'closed' ? inState(query, 'open') : query;
  if (chosenStanding(query) === standing) return others;
  return { ...others, [isDeadline(standing) ? 'due' : 'standing']: standing };
}
