import type { IncomingMessage } from 'node:http';

/** What is read of a request, whoever received it. */
export type ReceivedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'httpVersion'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress' | 'localPort'>;
};
