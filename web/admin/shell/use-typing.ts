import { useEffect, useState } from 'react';

/** What is being typed; the taken value again when that changes elsewhere, as when all filters are cleared. */
export function useTyping(value: string): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return [text, setText];
}
