import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stageMissing } from '../../tools/require-stage.js';

const SETTINGS = ['cn.json', 'prod.json', 'README'];

describe('the command line of the CDK', () => {
  it('takes no stage for granted, and names those that have settings, in both languages', () => {
    const missing = stageMissing('{}', SETTINGS);
    expect(missing).toContain('-c stage=NAME; there are settings of: cn, prod.');
    expect(missing).toContain('已有设置的环境：cn, prod。');
    expect(stageMissing('{"stage":"prod"}', SETTINGS)).toBeUndefined();
  });

  it('asks that first of all, and has no stage in its own file', () => {
    const { app, context = {} } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
      app: string;
      context?: object;
    };
    expect(context).not.toHaveProperty('stage');
    const [first = ''] = app.split(' && ');
    const run = () =>
      execFileSync(first, {
        shell: true,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, CDK_CONTEXT_JSON: '{}' },
      });
    expect(run).toThrow('Which deployment?');
  });
});
