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

/** Fetches a file of the API and hands it to the browser to be saved; what goes wrong is told above the page. */
export function useSave(): <R extends Route>(
  route: R,
  parts: AddressParts<R>,
  name: string,
) => Promise<void> {
  const { client } = usePage();
  const tellFailure = useFailureNotice();
  return async (route, parts, name) => {
    try {
      saveBlob(await client.file(route, parts), name);
    } catch (error) {
      tellFailure(error);
    }
  };
}
