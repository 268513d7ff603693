import ProgressBar from '@cloudscape-design/components/progress-bar';
import { roundRoute } from '../../../contracts/console/work.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import './sheets.css';
import { PrintPage } from '../papers/print-page.js';
import { Choice } from '../shell/choice.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { CallSheet } from './call-sheet.js';
import { CheckForm } from './check-form.js';
import type { Inspection } from '../work/inspection-part.js';
import { inspectorShares } from '../work/inspector-shares.js';
import { SHEET_WORDS } from './words.js';
import { useCallSheets } from './use-call-sheets.js';

/** Papers for inspectors to take along: a sheet of calls for each, and a form for each check. */
export function SheetsPage({ parts, search }: PageProps) {
  const { kind = '', date = '' } = parts;
  const loaded = useLoaded(roundRoute, { params: { kind, date } });
  const by = new URLSearchParams(search).get('by') ?? '';
  return (
    <LoadedPart loaded={loaded}>
      {(round) => ('results' in round ? <Sheets key={by} inspection={round} by={by} /> : undefined)}
    </LoadedPart>
  );
}

function Sheets({ inspection, by }: { inspection: Inspection; by: string }) {
  const words = useWords(SHEET_WORDS);
  const { go } = usePage();
  const { kind, date, results } = inspection;
  const shares = inspectorShares(results);
  const shown = results.filter((check) => by === '' || check.by === by);
  const callers = [...new Set(shown.flatMap((check) => (check.request === undefined ? [] : [check.by])))];
  const { sheets, problem, again } = useCallSheets(inspection, callers);
  const isReady = sheets.length === callers.length && shown.length > 0;
  const path = `/rounds/${kind}/${date}`;
  return (
    <PrintPage
      title={words.title}
      description={callers.length > 0 ? words.descriptionOfCalls : words.description}
      back={{ to: path, label: words.back }}
      onPrint={isReady ? () => print() : undefined}
      choices={
        <Choice
          label={words.inspector}
          value={by}
          options={[
            ['', words.all(shares.length)],
            ...shares.map((share) => [share.by, share.name] as const),
          ]}
          onChange={(one) => go(`${path}/sheets${one === '' ? '' : `?by=${encodeURIComponent(one)}`}`)}
        />
      }
    >
      {!isReady && !problem && (
        <div className="papers-head">
          {shown.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <ProgressBar
              label={words.loading}
              value={(sheets.length / callers.length) * 100}
              additionalInfo={words.of(sheets.length, callers.length)}
            />
          )}
        </div>
      )}
      {problem && (
        <div className="papers-head">
          <ProblemAlert problem={problem} onAgain={again} />
        </div>
      )}
      {sheets.map((sheet) => (
        <CallSheet key={sheet.by} sheet={sheet} inspection={inspection} />
      ))}
      {shown
        .filter(({ request }) => request === undefined)
        .map((check) => (
          <CheckForm key={check.task} check={check} inspection={inspection} />
        ))}
    </PrintPage>
  );
}
