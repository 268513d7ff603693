import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type TextRow, textsRoute } from '../../../contracts/console/texts.js';
import { textName } from '../../../domain/texts/text-names.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { Dialled } from '../shell/dialled.js';
import { RequestLink } from '../shell/request-link.js';
import { PagedTable } from '../shell/paged-table.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { WholeText } from './whole-text.js';
import { TEXTS } from './words.js';

/** Texts in both directions, the latest first. */
export function TextsPage() {
  const words = useWords(TEXTS);
  const [direction, setDirection] = useState('');
  const [shown, setShown] = useState<string>();
  return (
    <>
      <PagedTable
        title={words.title}
        description={words.description}
        pages={usePages(textsRoute, { query: { direction } })}
        columns={useTextColumns(setShown)}
        trackBy={({ id }) => id}
        empty={{ title: words.none, hint: words.noneHint }}
        filter={
          <SpaceBetween direction="horizontal" size="s">
            <Choice
              label={words.direction}
              value={direction}
              options={[['', words.any], ...Object.entries(words.directions)]}
              onChange={setDirection}
            />
          </SpaceBetween>
        }
      />
      {shown !== undefined && <WholeText id={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

/** The columns of a text in a list. */
export function useTextColumns(onShow: (id: string) => void): TableProps.ColumnDefinition<TextRow>[] {
  const words = useWords(TEXTS);
  const { moment } = useMoments();
  const { language } = usePage();
  return [
    {
      id: 'at',
      header: twoHeaders(words.at, words.state),
      isRowHeader: true,
      minWidth: 130,
      cell: ({ at, state, parts }) => (
        <TwoLines first={moment(at)} second={`${words.states[state]} · ${words.inParts(parts)}`} />
      ),
    },
    {
      id: 'number',
      header: twoHeaders(words.number, words.who),
      minWidth: 130,
      cell: ({ number, staffName }) => <TwoLines first={<Dialled phone={number} />} second={staffName} />,
    },
    {
      id: 'request',
      header: words.request,
      cell: ({ request }) => (request === undefined ? '–' : <RequestLink id={request} />),
    },
    {
      id: 'body',
      header: words.body,
      cell: ({ id, at, body, key }) => (
        <div className="words">
          {key !== undefined && (
            <Box variant="small" display="block">
              {textName(key)[language]}
            </Box>
          )}
          {body}{' '}
          <Button
            variant="inline-icon"
            iconName="view-full"
            ariaLabel={words.show(moment(at))}
            onClick={() => onShow(id)}
          />
        </div>
      ),
    },
  ];
}
