import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { textsOfRequestRoute } from '../../../contracts/console/texts.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from '../shell/empty-table.js';
import { MoreButton } from '../shell/more-button.js';
import { useTextColumns } from '../texts/texts-page.js';
import { WholeText } from '../texts/whole-text.js';
import { TEXTS } from '../texts/words.js';

/** The texts about one request. */
export function TextsPart({ id }: { id: string }) {
  const words = useWords(TEXTS);
  const pages = usePages(textsOfRequestRoute, { params: { id } });
  const [shown, setShown] = useState<string>();
  return (
    <>
      <Table
        variant="borderless"
        ariaLabels={{ tableLabel: words.title }}
        items={pages.items}
        trackBy="id"
        loading={pages.isLoading && pages.items.length === 0}
        empty={<EmptyTable title={pages.problem?.title ?? words.none} />}
        columnDefinitions={useTextColumns(setShown).filter(({ id: column }) => column !== 'request')}
        footer={<MoreButton pages={pages} />}
      />
      {shown !== undefined && <WholeText id={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
