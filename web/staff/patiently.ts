import { type Reply, sendPatiently } from '../reply.js';

/** Sends with patience where there may be a network; without one, waiting would only keep the person. */
export const patiently = <T>(send: () => Promise<Reply<T>>): Promise<Reply<T>> =>
  navigator.onLine ? sendPatiently(send) : send();
