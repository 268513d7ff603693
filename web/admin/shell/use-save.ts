import { useState } from 'react';
import { saveBlob } from './save-blob.js';
import { useFailureNotice } from './use-failure-notice.js';

interface MadeFile {
  readonly blob: Blob;
  readonly name: string;
}

/**
 * Makes or fetches a file and hands it to the browser to be saved; what goes wrong is told above the page. `isBusy`
 * while one is being made, which the button says that began it.
 */
export function useSave() {
  const tellFailure = useFailureNotice();
  const [isBusy, setBusy] = useState(false);
  const saveMade = async (make: () => Promise<MadeFile>): Promise<void> => {
    setBusy(true);
    try {
      const { blob, name } = await make();
      saveBlob(blob, name);
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };
  return { saveMade, isBusy };
}
