import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type TownAnswer, townRoute, exportRoute } from '../../../contracts/console/town.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useMoments } from '../shell/use-moments.js';
import { saveBlob } from '../shell/save-blob.js';
import { ImportPart } from './import-part.js';
import { usePartName } from './part-name.js';
import { loadWorkbook } from '../tables/load-workbook.js';
import { packTown, TABLE_FILES, type TownFiles } from './town-archive.js';
import { DATA } from './words.js';

/** The town's data as files: which version stands, out and in. */
export function DataPage() {
  const words = useWords(DATA);
  const { may } = usePage();
  const loaded = useLoaded(townRoute);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={words.description}>
          {words.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <LoadedPart loaded={loaded}>{(town) => <Version town={town} />}</LoadedPart>
        {may('town.change') && <ExportPart />}
        {may('town.change') && <ImportPart onImported={loaded.reload} />}
      </SpaceBetween>
    </ContentLayout>
  );
}

function Version({ town }: { town: TownAnswer }) {
  const words = useWords(DATA);
  const { moment } = useMoments();
  const partName = usePartName();
  const counts = Object.entries(town.counts).map(([part, count]) => `${partName(part)} ${count}`);
  return (
    <Container header={<Header variant="h2">{words.version(town.version)}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: words.importedAt, value: town.importedAt === undefined ? '–' : moment(town.importedAt) },
          { label: words.counts, value: counts.join(' · ') },
        ]}
      />
    </Container>
  );
}

/** The tables of a town, a sheet each. */
async function workbookOf(files: TownFiles): Promise<Blob> {
  const { writeWorkbook } = await loadWorkbook();
  return writeWorkbook(
    TABLE_FILES.flatMap((file) => {
      const csv = files[file];
      return csv === undefined ? [] : [{ name: file.replace(/\.csv$/, ''), csv }];
    }),
  );
}

function ExportPart() {
  const words = useWords(DATA);
  const { client, me } = usePage();
  const tellFailure = useFailureNotice();
  const [isBusy, setBusy] = useState<'xlsx' | 'zip'>();
  const save = async (asWorkbook: boolean) => {
    setBusy(asWorkbook ? 'xlsx' : 'zip');
    try {
      const { files, version } = await client.call(exportRoute);
      const name = `${me.town.id}-${version}`;
      if (asWorkbook) return saveBlob(await workbookOf(files), `${name}.xlsx`);
      const packed = await packTown(files);
      saveBlob(new Blob([packed.slice()], { type: 'application/zip' }), `${name}.zip`);
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={words.exportHint}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="download" loading={isBusy === 'xlsx'} onClick={() => void save(true)}>
                {words.exportTables}
              </Button>
              <Button iconName="download" loading={isBusy === 'zip'} onClick={() => void save(false)}>
                {words.export}
              </Button>
            </SpaceBetween>
          }
        >
          {words.exportTitle}
        </Header>
      }
    />
  );
}
