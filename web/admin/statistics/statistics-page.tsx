import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { localDate } from '../../../domain/calendar/local-time.js';
import { exportRecordsRoute } from '../../../contracts/console/requests.js';
import { RECORDS } from '../../../domain/statistics/record-kinds.js';
import { statisticsRoute } from '../../../contracts/resident/statistics.js';
import { useLoaded } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { ExportButton, useExport, useFormats } from '../tables/export-button.js';
import { useWords } from '../page/catalogue.js';
import { CausesTable } from './causes-table.js';
import { Choices, type Chosen } from './choices.js';
import { FigureCards } from './figure-cards.js';
import { periodNamed } from './periods.js';
import { PlacesPart } from './places-part.js';
import { StatisticsMap } from './statistics-map.js';
import { STATISTICS } from './words.js';

/** The figures of any period: the five of the year first, then the rates, for the whole town and by place. */
export function StatisticsPage() {
  const words = useWords(STATISTICS);
  const { me, now } = usePage();
  const [chosen, setChosen] = useState<Chosen>(() => ({
    name: 'this-month',
    by: 'village',
    ...periodNamed('this-month', localDate(now(), me.town.timeZone)),
  }));
  const { from, to, by } = chosen;
  const query = { town: me.town.id, from, to, by };
  const loaded = useLoaded(statisticsRoute, { query });
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={words.description} actions={<Exports chosen={chosen} />}>
          {words.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Choices chosen={chosen} onChosen={setChosen} />
        <LoadedPart loaded={loaded}>
          {(statistics) => (
            <SpaceBetween size="l">
              <FigureCards statistics={statistics} />
              <StatisticsMap from={from} to={to} />
              <CausesTable causes={statistics.causes} />
              {by !== 'town' && <PlacesPart statistics={statistics} />}
            </SpaceBetween>
          )}
        </LoadedPart>
      </SpaceBetween>
    </ContentLayout>
  );
}

/** The figures as a table, and the records they are computed from. */
function Exports({ chosen: { from, to, by } }: { chosen: Chosen }) {
  const words = useWords(STATISTICS);
  const { me, may } = usePage();
  const save = useExport();
  const formats = useFormats();
  const exportTable = (format: string) =>
    save(
      statisticsRoute,
      { query: { town: me.town.id, from, to, by, format: 'csv' } },
      { name: `${me.town.id}-${from}-${to}-${by}`, format },
    );
  const exportRecords = (chosen: string) => {
    const [kind = '', format = ''] = chosen.split(' ');
    const name = `${me.town.id}-${kind}-${from}-${to}`;
    return save(exportRecordsRoute, { params: { kind }, query: { from, to } }, { name, format });
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ExportButton onExport={exportTable}>{words.csv}</ExportButton>
      {may('requests.export') && (
        <ButtonDropdown
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
