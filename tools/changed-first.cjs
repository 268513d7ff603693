// The order of test files: those that changed, then those beside what changed, then all others, each as Jest would have them
// (failed before, then the longest). What changed is told by git; without it there is nothing to put first. In a fresh clone,
// where nobody knows how long one takes, those come first that take long by their kind, so that no worker waits for the last.
const { execFileSync } = require('node:child_process');
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const ROOT = path.join(__dirname, '..');

function changedFiles() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const named = git('status', '--porcelain', '--no-renames', '--untracked-files=all');
    return named
      .split('\n')
      .map((line) => line.slice(3))
      .filter((file) => file !== '');
  } catch {
    return [];
  }
}

/** Tests mirror the tree: those of `domain/sms/parse-text.ts` lie in `test/domain/sms/`, those of a package in a `test/` of its own. */
const PACKAGE = 'local-cloud/';
const beside = (file) =>
  file.startsWith(PACKAGE)
    ? path.join(PACKAGE, 'test', path.dirname(file.slice(PACKAGE.length)))
    : path.join('test', path.dirname(file));

/** What plays whole cases takes long, in a browser longest. */
const LONG = ['test/browser/', 'test/stories/', 'test/durability/'];

module.exports = class ChangedFirst extends Sequencer {
  sort(tests) {
    const changed = new Set(changedFiles());
    const near = new Set([...changed].map(beside));
    const rank = (test) => {
      const file = path.relative(ROOT, test.path);
      if (changed.has(file)) return 0;
      if (near.has(path.dirname(file))) return 1;
      const kind = LONG.findIndex((folder) => file.startsWith(folder));
      return this.time(test) !== undefined ? 2 : 3 + (kind < 0 ? LONG.length : kind);
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
