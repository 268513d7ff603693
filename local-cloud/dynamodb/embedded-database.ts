import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { databaseHeaders, type Database, type DatabaseAnswer } from './database.js';

/** The part of a server's response that dynalite uses. */
class CollectedResponse {
  statusCode = 200;
  contentType = '';

  constructor(private readonly done: (answer: DatabaseAnswer) => void) {}

  setHeader(): void {
    // The endpoint writes headers of its own.
  }

  end(body = ''): void {
    this.done({ status: this.statusCode, body });
  }
}

/** Hands a request to dynalite's own listener: the wire protocol without a socket in between. */
function dispatch(server: Server, operation: string, body: string): Promise<DatabaseAnswer> {
  return new Promise((resolve) => {
    const request = Object.assign(new EventEmitter(), {
      method: 'POST',
      url: '/',
      headers: databaseHeaders(operation),
    });
    server.emit('request', request, new CollectedResponse(resolve));
    // It takes text as it takes bytes, which it would read as text.
    request.emit('data', body);
    request.emit('end');
  });
}

const started = (server: Server) =>
  new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

/** dynalite in this process, in a LevelDB folder or (without one) in memory. */
export async function openEmbeddedDatabase(folder: string | undefined): Promise<Database> {
  const server = dynalite({ path: folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  // It only closes its database properly when it has been listening. Nobody is to come in by that port, past the
  // endpoint's permissions.
  server.on('connection', (socket: { destroy(): void }) => socket.destroy());
  await started(server);
  return {
    call: (operation, body) => dispatch(server, operation, body),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
