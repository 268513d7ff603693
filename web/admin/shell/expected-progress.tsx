import ProgressBar from '@cloudscape-design/components/progress-bar';
import { useEffect, useState } from 'react';

/** The bar waits before its end for what takes longer than it does as a rule. */
const NEARLY_DONE = 95;

interface ExpectedProgressProps {
  readonly label: string;
  readonly hint: string;
  /** How long it takes as a rule, seconds: nobody tells how far it is. */
  readonly seconds: number;
}

/** How far something is by the time it takes as a rule; readers of the screen hear it too. */
export function ExpectedProgress({ label, hint, seconds: expected }: ExpectedProgressProps) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <ProgressBar
      label={label}
      description={hint}
      value={Math.min(NEARLY_DONE, Math.round((seconds / expected) * 100))}
    />
  );
}
