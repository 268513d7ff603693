// Runs a program of this project in a process that gives memory back: node tools/lean-process.mjs tools/start.ts [options].
// glibc takes for small whatever was large before and keeps it for its thread, up to megabytes in each of thirty. It reads what bounds
// that only when a process begins, so that a host which is to run for months has to be begun by another. Other C libraries know nothing
// of these names. V8's young generation is 33 MB large or 2, by how busy the process has just been: half of it makes nobody wait.
import { spawn } from 'node:child_process';

const BOUNDS = { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '131072' };

const child = spawn(
  process.execPath,
  ['--max-semi-space-size=8', '--import', 'tsx', ...process.argv.slice(2)],
  {
    // By the last of them it hears when this process is killed, and ends as it would have been killed itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...BOUNDS, ...process.env },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
