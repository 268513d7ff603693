/**
 * Permissions that this version takes from roles that executions of the release before rely on, by the beginning of
 * their line (`<role>: may no longer ...`), each with why no execution in flight asks for it. Emptied when a release is
 * recorded; one that nothing calls for any more fails a test.
 */
export const GIVEN_UP: Readonly<Record<string, string>> = {};
