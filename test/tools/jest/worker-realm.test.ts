import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Passes in a worker where nobody was before, and leaves behind whatever a test could. */
const UNTIDY = `
const { SNSClient } = require('@aws-sdk/client-sns');
const { mockClient } = require('aws-sdk-client-mock');
const state = require('./state.js');
it('finds the worker as it was at first', () => {
  expect([globalThis.left, typeof globalThis.fetch]).toEqual([undefined, 'function']);
  expect([process.env.LEFT, typeof process.env.PATH]).toEqual([undefined, 'string']);
  expect(state.count).toBe(0);
  expect(SNSClient.prototype.send).not.toHaveProperty('restore');
  expect(setTimeout).not.toHaveProperty('clock');
  globalThis.left = process.env.LEFT = 'left';
  globalThis.fetch = undefined;
  delete process.env.PATH;
  state.count += 1;
  mockClient(SNSClient);
  jest.useFakeTimers();
});
`;

interface Run {
  readonly code: number;
  readonly said: string;
}

function runJest(folder: string): Promise<Run> {
  const config = {
    rootDir: folder,
    maxWorkers: 1,
    workerIdleMemoryLimit: '1GB',
    modulePaths: [join(ROOT, 'node_modules')],
    runtime: join(ROOT, 'tools/jest/runtime.cjs'),
    testEnvironment: join(ROOT, 'tools/jest/environment.cjs'),
    transform: {},
  };
  const program = join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [program, '--config', JSON.stringify(config), '--ci', '--watchman=false'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, _out, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    );
  });
}

describe('test files that run in one worker, one after the other', () => {
  it('find it as it was: global object, variables, clients of AWS, clock, and state of our own modules', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'small-grid-worker-'));
    try {
      writeFileSync(join(folder, 'state.js'), 'exports.count = 0;\n');
      for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.test.js`), UNTIDY);
      const { code, said } = await runJest(folder);
      expect(said).toContain('Tests:       2 passed, 2 total');
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
