import Button from '@cloudscape-design/components/button';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { ENTERING } from './words.entering.js';

/** Takes down a call, as Alt and N do on every page. */
export function EnterButton() {
  const words = useWords(ENTERING);
  const { takeCall } = usePage();
  return (
    <Button iconName="call" variant="primary" ariaLabel={words.openByKey} onClick={takeCall}>
      {words.open}
    </Button>
  );
}
