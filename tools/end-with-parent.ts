/** A process that another began only to hold it (lean-process.mjs) is killed with that one: nobody else could end it. */
export function endWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
