import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { HeadedPart } from '../shell/headed.js';
import { useMoments } from '../shell/use-moments.js';
import { REQUESTS } from './words.js';

/** How a petition was taken up, mediated and settled. */
export function PetitionPart({ petition }: { petition: NonNullable<ConsoleRequest['petition']> }) {
  const words = useWords(REQUESTS).petition;
  const { moment } = useMoments();
  const { takeUpBy, takenUpAt, parties, sessions, settledAt, settlement } = petition;
  const held = sessions.map(
    ({ at, byName, result }) => `${moment(at)} ${byName ?? ''} ${words.results[result]}`,
  );
  return (
    <HeadedPart title={words.title}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: words.takeUpBy, value: moment(takeUpBy) },
          { label: words.takenUpAt, value: takenUpAt === undefined ? '–' : moment(takenUpAt) },
          { label: words.parties, value: parties ?? '–' },
          { label: words.sessions, value: held.length === 0 ? '–' : held.join(' / ') },
          { label: words.settledAt, value: settledAt === undefined ? '–' : moment(settledAt) },
          { label: words.settlement, value: settlement ?? '–' },
        ]}
      />
    </HeadedPart>
  );
}
