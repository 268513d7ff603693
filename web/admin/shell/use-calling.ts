import { useEffect, useState } from 'react';

/** Whether a call is being taken down. Alt and N begin it on every page, for whoever has a telephone in the other hand. */
export function useCalling(isAllowed: boolean) {
  const [isCalling, setCalling] = useState(false);
  useEffect(() => {
    if (!isAllowed) return undefined;
    const press = (event: KeyboardEvent) => {
      // By the place of the key: on some keyboards Alt and N write a letter.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
      event.preventDefault();
      setCalling(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isAllowed]);
  return { isCalling, setCalling };
}
