/** Collects garbage and moves what is left together; the thread waits meanwhile. */
export function closeHoles(): void;

/** Collects what calls have left behind; to be called after each. */
export function tidier(isIdle: () => boolean): () => void;
