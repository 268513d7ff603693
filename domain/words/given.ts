type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** What is known of these fields; those that are not are left out. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
