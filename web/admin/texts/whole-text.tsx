import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { textRoute } from '../../../contracts/console/texts.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { DialogFoot } from '../shell/dialog-foot.js';
import { Dialled } from '../shell/dialled.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { TEXTS } from './words.js';

/** One text as it was; looked at only when asked for, for that is noted. */
export function WholeText({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(TEXTS);
  const loaded = useLoaded(textRoute, { params: { id } });
  return (
    <Modal
      visible
      header={words.shown}
      onDismiss={onClose}
      footer={
        <DialogFoot>
          <Button variant="primary" onClick={onClose}>
            {words.close}
          </Button>
        </DialogFoot>
      }
    >
      <LoadedPart loaded={loaded}>
        {({ number, body }) => (
          <SpaceBetween size="m">
            <Alert type="info">{words.audited}</Alert>
            <div>
              <strong>
                <Dialled phone={number} />
              </strong>
              <p>{body}</p>
            </div>
          </SpaceBetween>
        )}
      </LoadedPart>
    </Modal>
  );
}
