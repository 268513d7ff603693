import { usePage } from '../page/page-context.js';
import { useFailureNotice } from './use-failure-notice.js';

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
export function useSave(): (path: string, name: string) => Promise<void> {
  const { client } = usePage();
  const tellFailure = useFailureNotice();
  return async (path, name) => {
    try {
      saveBlob(await client.file(path), name);
    } catch (error) {
      tellFailure(error);
    }
  };
}
