import type { CallSheetAnswer } from '../../../contracts/console/work.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { usePhones } from '../shell/use-phones.js';
import type { Inspection } from '../work/inspection-part.js';
import { useRoundDate } from '../work/use-round-date.js';
import { SHEET_WORDS } from './words.js';
import { SheetFoot } from './sheet-foot.js';
import { WORK } from '../work/words.js';

interface CallSheetProps {
  readonly sheet: CallSheetAnswer;
  readonly inspection: Inspection;
}

/** Whom one inspector calls: a line each, with what to ask and room for what was heard. */
export function CallSheet({ sheet, inspection }: CallSheetProps) {
  const words = useWords(SHEET_WORDS);
  const { language, me } = usePage();
  const when = useRoundDate()(inspection);
  const points = inspection.forms.find(({ method }) => method === 'telephone')?.points ?? [];
  // By their numbers: the inspector texts those that failed.
  const asked = points.map((point, at) => `${at + 1}. ${point[language]}`);
  const heads = [...words.callHeads, ...asked, ...words.heardHeads];
  return (
    <article className="a4 sheet">
      <h2 className="sheet-title">{words.callTitle(me.town.name[language], when)}</h2>
      <p className="sheet-facts">
        <span>{words.facts(words.by, sheet.byName ?? sheet.by)}</span>
        <span>{words.facts(words.calls, String(sheet.calls.length))}</span>
      </p>
      <table className="sheet-table sheet-calls">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.calls.map((call, at) => (
            <CallRow key={call.task} call={call} at={at} points={points.length} />
          ))}
        </tbody>
      </table>
      <p className="sheet-note">{words.callHint}</p>
      <SheetFoot note={words.personal} signs={[words.signBy, words.signDate]} />
    </article>
  );
}

interface CallRowProps {
  readonly call: CallSheetAnswer['calls'][number];
  readonly at: number;
  readonly points: number;
}

function CallRow({ call, at, points }: CallRowProps) {
  const words = useWords(SHEET_WORDS);
  const { tasks, rounds } = useWords(WORK);
  const { language } = usePage();
  const phoneOf = usePhones();
  const place = call.grid === 0 ? rounds.nowhere : (call.gridName?.[language] ?? tasks.grid(call.grid));
  return (
    <tr>
      <td>{at + 1}</td>
      <th scope="row" className="sheet-number">
        {shownNumber(call.request)}
      </th>
      <td>
        {call.name}
        <br />
        <b>{call.phone === undefined ? words.noNumber : phoneOf(call.phone)}</b>
      </td>
      <td>
        {call.title[language]}
        <br />
        {place}
      </td>
      {Array.from({ length: points }, (_, point) => (
        <td key={point}>{words.tick}</td>
      ))}
      <td>
        {call.result === undefined
          ? words.tickReached.map((box) => (
              <span key={box} className="sheet-box">
                {box}
              </span>
            ))
          : tasks.results[call.result]}
      </td>
      <td />
    </tr>
  );
}
