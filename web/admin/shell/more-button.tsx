import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { Pages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { SHELL } from './words.js';

/** Asks for the next page of a list; nothing when all is there. */
export function MoreButton({
  pages: { more, isLoading },
}: {
  pages: Pick<Pages<unknown>, 'more' | 'isLoading'>;
}) {
  const words = useWords(SHELL);
  if (!more) return undefined;
  return (
    <Box textAlign="center">
      <Button loading={isLoading} onClick={more}>
        {words.more}
      </Button>
    </Box>
  );
}
