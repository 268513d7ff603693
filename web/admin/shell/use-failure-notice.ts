import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';

/** Tells a problem above the page, in the API's words. */
export function useProblemNotice(): (problem: Problem) => void {
  const { notify } = usePage();
  return ({ title, detail }) => {
    if (detail === undefined) notify('error', title);
    else notify('error', detail, title);
  };
}

/** Tells above the page why something failed. */
export function useFailureNotice(): (error: unknown) => void {
  const tell = useProblemNotice();
  return (error) => tell(problemOf(error));
}
