import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type TownAnswer, townRoute, exportRoute } from '../../../contracts/console/town.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPage, HeadedPart } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { useMoments } from '../shell/use-moments.js';
import { useSave } from '../shell/use-save.js';
import { SHELL } from '../shell/words.js';
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
    <HeadedPage title={words.title} description={words.description}>
      <SpaceBetween size="l">
        <LoadedPart loaded={loaded}>{(town) => <Version town={town} />}</LoadedPart>
        {may('town.change') && <ExportPart />}
        {may('town.change') && <ImportPart onImported={loaded.reload} />}
      </SpaceBetween>
    </HeadedPage>
  );
}

function Version({ town }: { town: TownAnswer }) {
  const words = useWords(DATA);
  const { moment } = useMoments();
  const partName = usePartName();
  const counts = Object.entries(town.counts).map(([part, count]) => `${partName(part)} ${count}`);
  return (
    <HeadedPart title={words.version(town.version)}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: words.importedAt, value: town.importedAt === undefined ? '–' : moment(town.importedAt) },
          { label: words.counts, value: counts.join(' · ') },
        ]}
      />
    </HeadedPart>
  );
}

const zipOf = async (files: TownFiles): Promise<Blob> =>
  new Blob([(await packTown(files)).slice()], { type: 'application/zip' });

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
  const { saveMade, isBusy } = useSave();
  const { preparing } = useWords(SHELL);
  const [made, setMade] = useState<'xlsx' | 'zip'>('zip');
  const save = (as: 'xlsx' | 'zip') => {
    setMade(as);
    return saveMade(async () => {
      const { files, version } = await client.call(exportRoute);
      const blob = as === 'xlsx' ? await workbookOf(files) : await zipOf(files);
      return { blob, name: `${me.town.id}-${version}.${as}` };
    });
  };
  const button = (as: 'xlsx' | 'zip', text: string) => (
    <Button
      iconName="download"
      loading={isBusy && made === as}
      loadingText={preparing}
      disabled={isBusy}
      onClick={() => void save(as)}
    >
      {text}
    </Button>
  );
  return (
    <HeadedPart
      title={words.exportTitle}
      description={words.exportHint}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {button('xlsx', words.exportTables)}
          {button('zip', words.export)}
        </SpaceBetween>
      }
    />
  );
}
