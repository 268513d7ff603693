import Button from '@cloudscape-design/components/button';
import { useEffect, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from '../town/use-town-names.js';
import { EnterForm } from './enter-form.js';
import { ENTERING } from './words.entering.js';

/** Takes down a call, and shows its request. Alt and N open it, for whoever has a telephone in the other hand. */
export function EnterButton({ names }: { names: TownNames }) {
  const words = useWords(ENTERING);
  const { go, lookAgain } = usePage();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // By the place of the key: on some keyboards Alt and N write a letter.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const onEnd = (id?: string) => {
    setOpen(false);
    lookAgain();
    if (id !== undefined) go(`/requests/${id}`);
  };
  return (
    <>
      <Button iconName="call" variant="primary" ariaLabel={words.openByKey} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && <EnterForm names={names} onEnd={onEnd} />}
    </>
  );
}
