import { killRun } from './kill-run.js';

describe('a host that is killed while the town files, texts and answers', () => {
  it('loses no request and no text, closes each once and runs no execution twice', async () => {
    const report = await killRun({ kills: 3, seed: 20_261_124, longestLife: 700, standstill: 1000 });
    expect(report.problems).toEqual([]);
    expect(report.lostTexts).toEqual([]);
    expect(report.requests).toBe(report.forms + report.reports);
    expect(report.requests).toBeGreaterThan(0);
  }, 120_000);
});
