import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { Route } from '../../../contracts/route.js';
import type { AddressParts } from '../../call-route.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { saveBlob } from '../shell/save-blob.js';
import { loadWorkbook } from './load-workbook.js';
import { TABLES } from './words.js';

/** Fetches a table that a route makes, and hands it over as CSV or as a workbook. */
export function useExport(): <R extends Route>(
  route: R,
  parts: AddressParts<R>,
  to: { readonly name: string; readonly format: string },
) => Promise<void> {
  const { client } = usePage();
  const tellFailure = useFailureNotice();
  return async (route, parts, { name, format }) => {
    try {
      const blob = await client.file(route, parts);
      if (format !== 'xlsx') return saveBlob(blob, `${name}.csv`);
      const { writeWorkbook } = await loadWorkbook();
      saveBlob(await writeWorkbook([{ name: SHEET, csv: await blob.text() }]), `${name}.xlsx`);
    } catch (error) {
      tellFailure(error);
    }
  };
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
  readonly onExport: (format: string) => Promise<void>;
}

/** Exports one table, in the form that is chosen. */
export function ExportButton({ children, onExport }: ExportButtonProps) {
  const items = useFormats();
  return (
    <ButtonDropdown items={items} onItemClick={({ detail }) => void onExport(detail.id)}>
      {children}
    </ButtonDropdown>
  );
}
