/** The end of a switch that has named every case: the compiler refuses the call when one was forgotten. */
export function exhausted(value: never): never {
  throw new TypeError(`Not a known case: ${JSON.stringify(value)}`);
}
