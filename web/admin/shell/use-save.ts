import { useState } from 'react';
import { usePage } from '../page/page-context.js';
import { useFailureNotice } from './use-failure-notice.js';
import type { Route } from '../../../contracts/route.js';
import type { AddressParts } from '../../call-route.js';

/** Hands a blob to the browser as a file to be saved. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

interface MadeFile {
  readonly blob: Blob;
  readonly name: string;
}

/**
 * Makes or fetches a file and hands it to the browser to be saved; what goes wrong is told above the page. `isBusy` while one is
 * being made, which the button says that began it.
 */
export function useSave() {
  const { client } = usePage();
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
  const save = <R extends Route>(route: R, parts: AddressParts<R>, name: string): Promise<void> =>
    saveMade(async () => ({ blob: await client.file(route, parts), name }));
  return { save, saveMade, isBusy };
}
