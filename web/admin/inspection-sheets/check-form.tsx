import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { Check, Inspection } from '../work/inspection-part.js';
import { SheetFoot } from './sheet-foot.js';
import { SHEET_WORDS } from './words.js';
import { useRoundDate } from '../work/use-round-date.js';
import { useCheckedName } from '../work/checked-place.js';
import { WORK } from '../work/words.js';

interface CheckFormProps {
  readonly check: Check;
  readonly inspection: Inspection;
}

/** The form of one check of a grid or an office: its points to tick, room for what was found, and signatures. */
export function CheckForm({ check, inspection }: CheckFormProps) {
  const words = useWords(SHEET_WORDS);
  const { checks } = useWords(WORK);
  const { language, me } = usePage();
  const when = useRoundDate()(inspection);
  const nameOf = useCheckedName();
  const form = inspection.forms.find(({ method }) => method === check.method);
  const facts = [
    [words.checked, nameOf(check)],
    [checks.method, form?.name[language] ?? checks.methods[check.method]],
    [words.by, check.byName ?? check.by],
    [words.task, shownNumber(check.task)],
  ] as const;
  return (
    <article className="a4 sheet">
      <h2 className="sheet-title">{words.checkTitle(me.town.name[language], when)}</h2>
      <table className="sheet-table sheet-labelled">
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Points points={form?.points ?? []} />
      <table className="sheet-table sheet-labelled">
        <tbody>
          {words.rooms.map((room) => (
            <tr key={room} className="sheet-room">
              <th scope="row">{room}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-note">{words.checkHint}</p>
      <SheetFoot signs={[words.signBy, words.signChecked, words.signDate]} />
    </article>
  );
}

/** Each point of a form, with room to tick it and to say something of it. */
function Points({ points }: { points: Inspection['forms'][number]['points'] }) {
  const words = useWords(SHEET_WORDS);
  const { language } = usePage();
  return (
    <table className="sheet-table sheet-points">
      <thead>
        <tr>
          {words.checkHeads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point, at) => (
          <tr key={point.en} className="sheet-roomy">
            <th scope="row">{`${at + 1}. ${point[language]}`}</th>
            <td>{words.box}</td>
            <td>{words.box}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
