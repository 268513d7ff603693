/** Where a town's own pages are, from the address of its residents' page. */
export function pagesOf(apiUrl: string) {
  const at = (path: string, search?: string): string => {
    const address = new URL(apiUrl);
    address.pathname = path;
    if (search !== undefined) address.search = search;
    return address.href;
  };
  return {
    staff: at('/staff'),
    /** The execution of a request, in the console. `request`: the number as texts show it. */
    execution: (request: string): string =>
      at(`/console/executions/resident-request/${request.replace('-', '')}`, ''),
  };
}
