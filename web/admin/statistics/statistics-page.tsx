import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { localDate } from '../../../domain/calendar/local-time.js';
import { exportRecordsRoute } from '../../../contracts/console/board.js';
import { RECORDS } from '../../../domain/statistics/record-kinds.js';
import { statisticsRoute } from '../../../contracts/resident/statistics.js';
import { useLoaded } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { ExportButton, useExport, useFormats } from '../tables/export-button.js';
import { useWords } from '../page/catalogue.js';
import { ReportButton } from '../papers/report-button.js';
import { CausesTable } from './causes-table.js';
import { Choices } from './choices.js';
import { FigureCards } from './figure-cards.js';
import { PlacesPart } from './places-part.js';
import { StatisticsMap } from './statistics-map.js';
import { addressOfChosen, before, type Chosen, readChosen } from './statistics-query.js';
import { SHELL } from '../shell/words.js';
import { STATISTICS } from './words.js';

/** The figures of any period: the five of the year first, then the rates, for the whole town and by place. */
export function StatisticsPage({ search }: PageProps) {
  const words = useWords(STATISTICS);
  const { me, now, go } = usePage();
  const chosen = readChosen(search, localDate(now(), me.town.timeZone));
  const { from, to, by } = chosen;
  const of = { town: me.town.id, by };
  const loaded = useLoaded(statisticsRoute, { query: { ...of, from, to } });
  // Beside what is asked for: without it the figures are shown without what they were.
  const was = useLoaded(statisticsRoute, { query: { ...of, ...before(chosen) } });
  return (
    <HeadedPage title={words.title} description={words.description} actions={<Exports chosen={chosen} />}>
      <SpaceBetween size="l">
        <Choices chosen={chosen} onChosen={(next) => go(addressOfChosen(next))} />
        <LoadedPart loaded={loaded}>
          {(statistics) => (
            <SpaceBetween size="l">
              {was.state === 'failed' && <NoComparison onAgain={was.reload} />}
              <FigureCards statistics={statistics} before={was.value} chosen={chosen} />
              <StatisticsMap from={from} to={to} />
              <CausesTable causes={statistics.causes} />
              {by !== 'town' && <PlacesPart statistics={statistics} before={was.value} chosen={chosen} />}
            </SpaceBetween>
          )}
        </LoadedPart>
      </SpaceBetween>
    </HeadedPage>
  );
}

/** Without it the figures would look as if nothing had changed. */
function NoComparison({ onAgain }: { onAgain: () => void }) {
  const { noComparison } = useWords(STATISTICS);
  const { tryAgain } = useWords(SHELL);
  return (
    <Alert type="warning" action={<Button onClick={onAgain}>{tryAgain}</Button>}>
      {noComparison}
    </Alert>
  );
}

/** The figures as a table, and the records they are computed from. */
function Exports({ chosen: { from, to, by } }: { chosen: Chosen }) {
  const words = useWords(STATISTICS);
  const { me, may, language } = usePage();
  const { exportTable, isBusy } = useExport();
  const formats = useFormats();
  const exportFigures = (format: string) =>
    exportTable(
      statisticsRoute,
      { query: { town: me.town.id, from, to, by, format: 'csv' } },
      { name: `${me.town.id}-${from}-${to}-${by}`, format },
    );
  const exportRecords = (chosen: string) => {
    const [kind = '', format = ''] = chosen.split(' ');
    const name = `${me.town.id}-${kind}-${from}-${to}`;
    return exportTable(exportRecordsRoute, { params: { kind }, query: { from, to } }, { name, format });
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ReportButton />
      <Button
        href={`/wall?town=${me.town.id}&lang=${language}`}
        target="_blank"
        iconName="external"
        iconAlign="right"
      >
        {words.wall}
      </Button>
      <ExportButton isBusy={isBusy} onExport={exportFigures}>
        {words.csv}
      </ExportButton>
      {may('requests.export') && (
        <ButtonDropdown
          loading={isBusy}
          items={RECORDS.map((kind) => ({
            text: words.records[kind],
            items: formats.map(({ id, text }) => ({ id: `${kind} ${id}`, text })),
          }))}
          onItemClick={({ detail }) => void exportRecords(detail.id)}
        >
          {words.recordsOf}
        </ButtonDropdown>
      )}
    </SpaceBetween>
  );
}
