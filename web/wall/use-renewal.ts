import { useEffect, useRef } from 'preact/hooks';

/** Opens the page anew if the service is there: a browser that finds nobody shows an error for ever. */
async function renew(): Promise<void> {
  try {
    const { ok } = await fetch(location.href, { cache: 'no-store' });
    if (ok) location.reload();
  } catch {
    // It goes on as it is, until the next day.
  }
}

/** A screen hangs for months, and the service changes meanwhile: with each new day of the town the page begins anew. */
export function useRenewal(date: string | undefined): void {
  const begun = useRef(date);
  useEffect(() => {
    begun.current ??= date;
    if (date !== undefined && date !== begun.current) {
      begun.current = date;
      void renew();
    }
  }, [date]);
}
