// The order of test files: those that changed, then those beside what changed, then all others, each as Jest would have them
// (failed before, then the longest). What changed is told by git; without it there is nothing to put first.
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

module.exports = class ChangedFirst extends Sequencer {
  sort(tests) {
    const changed = new Set(changedFiles());
    const near = new Set([...changed].map(beside));
    const rank = (test) => {
      const file = path.relative(ROOT, test.path);
      if (changed.has(file)) return 0;
      return near.has(path.dirname(file)) ? 1 : 2;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
