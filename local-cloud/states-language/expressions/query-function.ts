type Kind = 'string' | 'number' | 'array';
export type Parameter = Kind | `${Kind}?`;

function isOfKind(kind: Kind, value: unknown): boolean {
  return kind === 'array' ? Array.isArray(value) : typeof value === kind;
}

/** The library puts the words of an error together from its code and these. */
function mismatch(name: string, index: number): Error {
  return Object.assign(new Error(), { code: 'T0410', token: name, index });
}

function arrayMismatch(name: string, index: number): Error {
  return Object.assign(new Error(), { code: 'T0412', token: name, index, type: 'any' });
}

/**
 * A function for expressions that checks its arguments as JSONata's own do: one that is missing, of another kind or too
 * many is T0410. What an expression gives nothing for comes as undefined, and passes.
 */
export function queryFunction(
  name: string,
  parameters: readonly Parameter[],
  // Each parameter's type has been checked when it is called.
  implementation: (...given: never[]) => unknown,
): (...given: readonly unknown[]) => unknown {
  const needed = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  const checked = (...given: readonly unknown[]): unknown => {
    if (given.length < needed) throw mismatch(name, given.length + 1);
    if (given.length > parameters.length) throw mismatch(name, parameters.length + 1);
    const matched = given.map((value, index) => {
      const kind = (parameters[index] ?? '').replace('?', '') as Kind;
      if (value === undefined || isOfKind(kind, value)) return value;
      // A single value stands for a list of one.
      if (kind === 'array' && value !== null) return [value];
      if (kind === 'array') throw arrayMismatch(name, index + 1);
      throw mismatch(name, index + 1);
    });
    return implementation(...(matched as never[]));
  };
  // The library asks how many arguments a function takes when it is handed to $map and its like.
  return Object.defineProperty(checked, 'length', { value: parameters.length });
}
