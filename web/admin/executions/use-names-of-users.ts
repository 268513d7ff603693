import { useEffect, useState } from 'react';
import { usePage } from '../page/page-context.js';
import { nameInTrail } from './name-in-trail.js';

/** By their ids, whoever has been looked for since the page was loaded; every row of a list may ask for the same. */
const found = new Map<string, Promise<string | undefined>>();

/**
 * Names of users of the console for the ids that alone may stand in an execution: the latest that the audit trail has of them. Until
 * it has answered, and where it knows of nobody, the id itself.
 */
export function useNamesOfUsers(): (id: string) => string {
  const { client, me, may, now } = usePage();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [wanted, setWanted] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    for (const id of wanted) {
      const name = found.get(id) ?? nameInTrail(client, id, now());
      found.set(id, name);
      name.then(
        (known = id) => isCurrent && setNames((before) => new Map(before).set(id, known)),
        // Whoever opens the next page looks again.
        () => found.delete(id),
      );
    }
    return () => {
      isCurrent = false;
    };
    // The time alone makes nobody look again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, wanted]);
  const missing: string[] = [];
  useEffect(() => {
    if (missing.length > 0) setWanted((before) => [...new Set([...before, ...missing])]);
  });
  return (id) => {
    if (id === me.id) return me.name;
    if (may('audit.read') && !wanted.includes(id)) missing.push(id);
    return names.get(id) ?? id;
  };
}
