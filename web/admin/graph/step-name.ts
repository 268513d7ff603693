const SEPARATOR = ': ';

/** The step that a state is named after: `Assign: Ask the grid team` is of `Assign`. */
export function stepOf(state: string): string | undefined {
  const end = state.indexOf(SEPARATOR);
  return end > 0 ? state.slice(0, end) : undefined;
}

/** The name of a state without its step's. */
export const withoutStep = (state: string): string =>
  stepOf(state) === undefined ? state : state.slice(state.indexOf(SEPARATOR) + SEPARATOR.length);
