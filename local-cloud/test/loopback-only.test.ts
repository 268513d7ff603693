import { refusal } from '../control/loopback-only.js';

describe('a call to the local cloud', () => {
  it.each([
    ['by its address', { host: '127.0.0.1:4566' }],
    ['by its name', { host: 'LOCALHOST:4566' }],
    ['by its newer address', { host: '[::1]:4566' }],
    ["by an SDK that puts AWS's prefix before it", { host: 'sync-localhost:4566' }],
    ['of a page of its own', { host: '127.0.0.1:4566', origin: 'http://127.0.0.1:4566' }],
  ])('%s is taken', (_title, headers) => expect(refusal(headers)).toBeUndefined());

  it.each([
    ['that resolves to this machine by a name on the internet', { host: 'evil.example:4566' }],
    ['that begins like this machine', { host: '127.0.0.1.evil.example' }],
    ['that names no host', {}],
  ])('%s is refused', (_title, headers) => expect(refusal(headers)).toContain('loopback hosts only'));

  it.each([
    ['of a page elsewhere', { host: '127.0.0.1:4566', origin: 'https://evil.example' }],
    ['of a page of another port', { host: '127.0.0.1:4566', origin: 'http://127.0.0.1:9999' }],
  ])('%s is refused for its origin', (_title, headers) =>
    expect(refusal(headers)).toContain('does not answer pages of'),
  );
});
