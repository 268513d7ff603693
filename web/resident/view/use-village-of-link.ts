import { useEffect } from 'preact/hooks';
import type { Draft } from '../../../contracts/resident/draft.js';
import { useVillages } from './use-town-lists.js';

interface Form {
  readonly draft: Pick<Draft, 'village' | 'location'>;
  /** Counts how often the form was cleared. */
  readonly round: number;
  readonly change: (part: Partial<Draft>) => void;
}

/**
 * Chooses the village that the page's address names, as the code on a village's poster does: once for a form in which
 * no place was chosen. A village that the town does not have is none.
 */
export function useVillageOfLink({ draft, round, change }: Form): void {
  const { villages } = useVillages();
  const named = new URLSearchParams(location.search).get('village');
  const village = villages.find(({ id }) => id === named)?.id;
  useEffect(() => {
    if (village !== undefined && draft.village === '' && !draft.location) change({ village });
    // Whoever then says that they do not know the village is not told otherwise.
  }, [village, round]);
}
