// A socket takes 64 KB for each read and gives back what did not come, which is most of it: an answer of DynamoDB has a few hundred bytes.
// What some twenty threads take and give back in such pieces the C library keeps for them, and more of it the longer the host runs. So a
// client's socket reads into a buffer of its own, again and again.
import { Agent } from 'node:http';
import { Buffer } from 'node:buffer';

const BYTES = 16 * 1024;

/** From now on what is asked for over HTTP in this thread is read without taking memory for each read. */
export function readIntoOwnBuffers() {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its agent
  const { createConnection } = Agent.prototype;
  Agent.prototype.createConnection = function connect(options, ...rest) {
    const onread = {
      buffer: new Uint8Array(BYTES),
      callback: (read, buffer) => socket.push(Buffer.from(buffer.subarray(0, read))),
    };
    const socket = createConnection.call(this, { ...options, onread }, ...rest);
    return socket;
  };
}
