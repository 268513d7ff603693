/** `assign-request` is `AssignRequest` in the template, and in the definitions of the state machines. */
export const constructId = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
