import { useEffect, useState } from 'react';
import { auditRoute } from '../../../contracts/console/audit.js';
import { usePage } from '../page/page-context.js';

/** By their ids, whoever has been looked for since the page was loaded; every row of a list may ask for the same. */
const found = new Map<string, Promise<string>>();

/**
 * Names of users of the console for the ids that alone may stand in an execution: the latest that the audit trail has of them. Until
 * it has answered, and where it knows of nobody, the id itself.
 */
export function useNamesOfUsers(): (id: string) => string {
  const { client, me, may } = usePage();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [wanted, setWanted] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const nameOf = (id: string) =>
      client.call(auditRoute, { query: { who: id, limit: '1' } }).then(
        ({ items: [latest] }) => latest?.name ?? id,
        () => id,
      );
    for (const id of wanted) {
      const name = found.get(id) ?? nameOf(id);
      found.set(id, name);
      void name.then((known) => isCurrent && setNames((before) => new Map(before).set(id, known)));
    }
    return () => {
      isCurrent = false;
    };
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
