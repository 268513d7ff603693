/** The used part of the browser's service workers. */
export type ServiceWorkers = Pick<ServiceWorkerContainer, 'register' | 'ready'>;

/**
 * Has the page and files of this app kept on the device, so that it opens without a network the next time. A browser
 * that has no service workers, or refuses one, opens it with a network only.
 */
export async function keepApp(
  name: 'resident' | 'staff',
  workers: ServiceWorkers | undefined,
): Promise<void> {
  try {
    await workers?.register('/worker.js');
    const { active } = (await workers?.ready) ?? {};
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    active?.postMessage(name);
  } catch {
    // Nothing that the person could do about it, and the page works on.
  }
}
