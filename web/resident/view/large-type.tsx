import { useLayoutEffect, useState } from 'preact/hooks';
import { usePage } from '../page-context.js';

/** Larger type on every page, until it is switched off again. */
export function LargeType() {
  const { messages, keep } = usePage();
  const [large, setLarge] = useState(() => keep.read('large') === 'yes');
  // Before the page is painted: small type never flashes up on the way to large.
  useLayoutEffect(() => {
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
