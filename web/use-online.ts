import { useEffect, useState } from 'preact/hooks';

/** Whether the device says that it has a network; calls `onBack` whenever it has one again. */
export function useOnline(onBack?: () => void): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) onBack?.();
    };
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  });
  return online;
}
