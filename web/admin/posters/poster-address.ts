/** The residents' page of a town with the village chosen, as the code on its poster opens it. */
export const posterAddress = (pages: string, town: string, village: string): string =>
  `${pages}/?${new URLSearchParams({ town, village }).toString()}`;
