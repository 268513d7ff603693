import { problemOf } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';

/** Tells above the page why something failed, in the API's words. */
export function useFailureNotice(): (error: unknown) => void {
  const { notify } = usePage();
  return (error) => {
    const { title, detail } = problemOf(error);
    if (detail === undefined) notify('error', title);
    else notify('error', detail, title);
  };
}
