const VARIABLE = /\$([\p{ID_Start}_]\p{ID_Continue}*)/gu;
const used = new WeakMap<object, ReadonlySet<string>>();

/** The names, without `$`, of all variables that the expressions of a state may read, and of functions. */
export function namesUsed(state: object): ReadonlySet<string> {
  const known = used.get(state);
  if (known !== undefined) return known;
  const names = new Set([...JSON.stringify(state).matchAll(VARIABLE)].map(([, name = '']) => name));
  names.delete('states');
  used.set(state, names);
  return names;
}
