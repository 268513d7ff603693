import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../page-context.js';

/** Larger type on every page, until it is switched off again. */
export function LargeType() {
  const { messages, keep } = usePage();
  const [large, setLarge] = useState(() => keep.read('large') === 'yes');
  useEffect(() => {
    document.documentElement.classList.toggle('large', large);
  }, [large]);
  const change = () => {
    if (large) keep.drop('large');
    else keep.write('large', 'yes');
    setLarge(!large);
  };
  return (
    <button type="button" class="choice" aria-pressed={large} onClick={change}>
      {messages.large}
    </button>
  );
}
