import Button from '@cloudscape-design/components/button';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { addressOf } from '../shell/route.js';
import { PAPER } from './words.js';

const REPORT = '/statistics/report';

/** To the report of the last whole month, and from there to any other. */
export function ReportButton() {
  const words = useWords(PAPER);
  const { go } = usePage();
  return (
    <Button
      href={addressOf(REPORT)}
      onFollow={(event) => {
        event.preventDefault();
        go(REPORT);
      }}
    >
      {words.report}
    </Button>
  );
}
