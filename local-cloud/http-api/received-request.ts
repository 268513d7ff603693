import type { IncomingMessage } from 'node:http';

/** The parts of a request that are read, whoever received it. */
export type ReceivedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'httpVersion'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress' | 'localPort'>;
};
