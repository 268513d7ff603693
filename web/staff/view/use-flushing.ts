import { useEffect } from 'preact/hooks';
import { useOnline } from '../../use-online.js';
import { usePage } from '../page-context.js';

/** A device may think that it has a network where it has none, and the other way round. Milliseconds. */
const EVERY = 30_000;

/** Nobody should watch the signal: waiting answers go when the page opens, with a network, and now and then. */
export function useFlushing(): void {
  const { outbox } = usePage();
  const flush = () => void outbox.flush();
  useOnline(flush);
  useEffect(() => {
    flush();
    const timer = setInterval(flush, EVERY);
    return () => clearInterval(timer);
  }, [outbox]);
}
