import { usePage } from '../page/page-context.js';
import { useTownNames } from '../town/use-town-names.js';
import { EnterForm } from './enter-form.js';

/** Takes down a call above whatever page is open, and shows its request. */
export function CallForm({ onEnd }: { readonly onEnd: () => void }) {
  const names = useTownNames();
  const { go, lookAgain } = usePage();
  const end = (id?: string) => {
    onEnd();
    lookAgain();
    if (id !== undefined) go(`/requests/${id}`);
  };
  return <EnterForm names={names} onEnd={end} />;
}
