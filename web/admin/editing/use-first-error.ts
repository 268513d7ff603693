import { useEffect, useRef } from 'react';
import type { EditProblem } from '../../../contracts/console/editing.js';

/** Puts the focus on the first field of a form that is wrong, once it is said; not while a dialog stands before it. */
export function useFirstError(problems: readonly EditProblem[], isLedHere = true) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length === 0) return undefined;
    // The parts open first.
    const waiting = setTimeout(() => {
      const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      // A list to choose from is a dialog too, hidden as long as it is closed.
      const dialog = document.querySelector('[role="dialog"]:not([aria-hidden="true"])');
      if (!dialog || dialog.contains(form.current)) first?.focus();
    });
    return () => clearTimeout(waiting);
  }, [problems, isLedHere]);
  return form;
}
