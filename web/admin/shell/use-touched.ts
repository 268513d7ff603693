import { useEffect, useState } from 'react';

const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Whether somebody has touched the page since it was loaded: before that the browser lets it make no sound. */
export function useTouched(): boolean {
  const [isTouched, setTouched] = useState(
    () => !('userActivation' in navigator) || navigator.userActivation.hasBeenActive,
  );
  useEffect(() => {
    const touch = () => setTouched(true);
    for (const name of TOUCHES) addEventListener(name, touch);
    return () => {
      for (const name of TOUCHES) removeEventListener(name, touch);
    };
  }, []);
  return isTouched;
}
