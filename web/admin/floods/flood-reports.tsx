import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { floodRoute } from '../../../contracts/console/floods.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { Dialled } from '../shell/dialled.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { useMoments } from '../shell/use-moments.js';
import { FLOODS } from './words.js';

/** The reports from one origin, the latest of each place, for a person to judge. */
export function FloodReports({ origin, onClose }: { origin: string; onClose: () => void }) {
  const words = useWords(FLOODS);
  const { moment } = useMoments();
  const flood = useLoaded(floodRoute, { params: { origin } });
  return (
    <Modal visible size="large" header={words.reports(origin)} onDismiss={onClose}>
      <LoadedPart loaded={flood}>
        {({ places }) => (
          <SpaceBetween size="m">
            <Table
              variant="embedded"
              wrapLines
              items={[...places]}
              trackBy="place"
              ariaLabels={{ tableLabel: words.reports(origin) }}
              columnDefinitions={[
                { id: 'place', header: words.place, isRowHeader: true, cell: ({ place }) => place },
                { id: 'count', header: words.count, cell: ({ count }) => count },
                { id: 'last', header: words.last, cell: ({ lastAt }) => moment(lastAt) },
                {
                  id: 'phone',
                  header: words.phone,
                  cell: ({ phone }) => (phone === undefined ? words.kept : <Dialled phone={phone} />),
                },
                {
                  id: 'words',
                  header: words.words,
                  cell: (one) => <div className="words">{one.words ?? words.kept}</div>,
                },
              ]}
            />
            <p>{words.audited}</p>
          </SpaceBetween>
        )}
      </LoadedPart>
    </Modal>
  );
}
