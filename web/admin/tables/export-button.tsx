import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { Route } from '../../../contracts/route.js';
import type { AddressParts } from '../../call-route.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useSave } from '../shell/use-save.js';
import { SHELL } from '../shell/words.js';
import { loadWorkbook } from './load-workbook.js';
import { TABLES } from './words.js';

interface ExportTo {
  readonly name: string;
  readonly format: string;
}

/** Fetches a table that a route makes, and hands it over as CSV or as a workbook. */
export function useExport() {
  const { client } = usePage();
  const { saveMade, isBusy } = useSave();
  const exportTable = <R extends Route>(
    route: R,
    parts: AddressParts<R>,
    { name, format }: ExportTo,
  ): Promise<void> =>
    saveMade(async () => {
      const blob = await client.file(route, parts);
      if (format !== 'xlsx') return { blob, name: `${name}.csv` };
      const { writeWorkbook } = await loadWorkbook();
      const book = await writeWorkbook([{ name: SHEET, csv: await blob.text() }]);
      return { blob: book, name: `${name}.xlsx` };
    });
  return { exportTable, isBusy };
}

const SHEET = 'small-grid';

/** The two ways to take one table along. */
export function useFormats(): { readonly id: string; readonly text: string }[] {
  const words = useWords(TABLES);
  return [
    { id: 'csv', text: words.csv },
    { id: 'xlsx', text: words.xlsx },
  ];
}

interface ExportButtonProps {
  readonly children: string;
  readonly isBusy: boolean;
  readonly onExport: (format: string) => Promise<void>;
}

/** Exports one table, in the form that is chosen. */
export function ExportButton({ children, isBusy, onExport }: ExportButtonProps) {
  const items = useFormats();
  const { preparing } = useWords(SHELL);
  return (
    <ButtonDropdown
      items={items}
      loading={isBusy}
      loadingText={preparing}
      onItemClick={({ detail }) => void onExport(detail.id)}
    >
      {children}
    </ButtonDropdown>
  );
}
