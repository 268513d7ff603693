// A thread of the host finds the host's process where a function on AWS finds one of its own: what would end that process must end
// the function's thread alone.
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

/** As the runtime of AWS, a program in Go, calls the signals by which a process usually ends. */
const NAMES = {
  SIGHUP: 'hangup',
  SIGINT: 'interrupt',
  SIGQUIT: 'quit',
  SIGABRT: 'aborted',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};

function nameOf(signal) {
  const known = Object.entries(constants.signals).find(([name, n]) => name === signal || n === signal);
  return known === undefined ? undefined : (NAMES[known[0]] ?? known[0]);
}

/** In a sandbox there is no other process to signal. */
function noSuchProcess() {
  const error = new Error('kill ESRCH');
  return Object.assign(error, { code: 'ESRCH', errno: -constants.errno.ESRCH, syscall: 'kill' });
}

/** The ways in which code can end `process` or signal another; `end` is told how it would have ended, and does not return. */
export const endings = ({ pid }, end) => ({
  abort: () => end('signal: aborted'),
  kill(whom, signal = 'SIGTERM') {
    if (![pid, -pid, 0, -1].includes(Number(whom))) throw noSuchProcess();
    if (signal === 0) return true;
    return end(`signal: ${nameOf(signal) ?? signal}`);
  },
  // What `kill` is made of, and what wakes the debugger by a signal.
  _kill: undefined,
  _debugProcess: undefined,
  _debugEnd: undefined,
});

/** Does the same to this thread's own `process`, however a module comes by it. */
export function guardProcess(end) {
  Object.assign(process, endings(process, end));
  syncBuiltinESMExports();
}
