import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drawSample } from '../../domain/inspections/draw-sample.js';
import { candidateList, fingerprintOf } from '../../domain/inspections/sample-lot.js';
import { redrawSample } from '../../tools/redraw/redraw-sample.js';

const candidates = Array.from({ length: 40 }, (_, i) => ({
  id: `7SAMPLE${i}`,
  grid: 1 + (i % 5),
  tickets: 1 + (i % 2),
}));
const SEED = 'abcdefghijklmnopqrst';
const list = candidateList(candidates);
const published = {
  seed: SEED,
  atLeast: 12,
  fingerprint: fingerprintOf(list),
  list,
  drawn: drawSample(candidates, { seed: SEED, atLeast: 12 }).map(({ id }) => id),
};
const faults = (changes: object, kept = {}) =>
  redrawSample({ sample: { ...published, ...changes } }, kept)?.faults;

describe('a published sample drawn again', () => {
  it('is the same, and of what was texted before the draw', () => {
    const kept = { seed: SEED, fingerprint: published.fingerprint.slice(0, 12) };
    expect(redrawSample({ sample: published }, kept)).toEqual({ drawn: 12, candidates: 40, faults: [] });
  });

  it.each<[string, object, object, string[]]>([
    ['another seed than was texted', {}, { seed: 'other' }, ['seed-changed']],
    [
      'another fingerprint than was texted',
      {},
      { fingerprint: 'ffffffffffff' },
      ['list-changed-since-the-text'],
    ],
    [
      'a list that was changed',
      { list: `${list}9 7ADDED99 1\n` },
      {},
      ['list-is-not-of-its-fingerprint', 'others-were-drawn'],
    ],
    ['somebody taken out', { drawn: published.drawn.slice(1) }, {}, ['others-were-drawn']],
  ])('shows %s', (_, changes, kept, found) => {
    expect(faults(changes, kept)).toEqual(found);
  });

  it('is nothing where a report has no sample, or has not been published', () => {
    const { list: _list, drawn: _drawn, ...early } = published;
    expect(redrawSample({ sample: early })).toBeUndefined();
    expect(redrawSample({ state: 'published' })).toBeUndefined();
  });

  it('is what the command says, with its exit code', async () => {
    const server = createServer((_, response) => response.end(JSON.stringify({ sample: published })));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const run = (...args: string[]) =>
      promisify(execFile)('node', ['--import', 'tsx', 'tools/redraw.ts', ...args, '--lang', 'en'], {
        cwd: join(import.meta.dirname, '../..'),
      });
    try {
      expect((await run(address)).stdout).toContain('The same 12 of 40 requests are drawn.');
      await expect(run(address, '--seed', 'other')).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('The seed is not the one that was texted.'),
      });
      await expect(run()).rejects.toMatchObject({ code: 2 });
    } finally {
      server.close();
    }
  });
});
