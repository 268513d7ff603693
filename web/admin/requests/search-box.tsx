import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { Search } from './use-search.js';
import { BOARD } from './words.board.js';

interface SearchBoxProps {
  readonly search: Search | undefined;
  readonly onFind: (words: string) => void;
  readonly onClear: () => void;
}

/** Looks for requests by whatever is known of them. */
export function SearchBox({ search, onFind, onClear }: SearchBoxProps) {
  const words = useWords(BOARD).search;
  const { may } = usePage();
  const [typed, setTyped] = useState('');
  const clear = () => {
    setTyped('');
    onClear();
  };
  return (
    <SpaceBetween size="xxs">
      <div className="search-box">
        <Input
          type="search"
          ariaLabel={words.label}
          placeholder={may('people.read') ? words.hint : words.hintWithoutPeople}
          value={typed}
          onChange={({ detail }) => (detail.value === '' ? clear() : setTyped(detail.value))}
          onKeyDown={({ detail }) => detail.key === 'Enter' && !detail.isComposing && onFind(typed)}
        />
        <Button iconName="search" ariaLabel={words.find} onClick={() => onFind(typed)} />
      </div>
      {search && !search.pages.isLoading && (
        <LiveRegion>
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <b>{words.found(search.pages.items.length)}</b>
            {!search.isAll && <span>{words.notAll}</span>}
            <Button variant="inline-link" onClick={clear}>
              {words.clear}
            </Button>
          </SpaceBetween>
        </LiveRegion>
      )}
      {search && may('people.read') && <Box variant="small">{words.audited}</Box>}
    </SpaceBetween>
  );
}
