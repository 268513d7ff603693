/** Collects garbage and moves what is left together; the thread waits meanwhile. */
export function closeHoles(): void;
