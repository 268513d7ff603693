import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Release, release, releasedNotes } from '../../tools/supply/release.js';

const NOTES = '### Added\n\n- Texts wait for the carrier.';
const CHANGELOG = `# Changelog\n\n## [0.1.0] - unreleased\n\n${NOTES}\n`;

const TEMPLATE = 'test/infra/released-data.template.json';

let root: string;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
const commit = (): string => git('commit', '--quiet', '--all', '--message', 'Change it');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-scratch-'));
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Sample');
  git('config', 'user.email', 'sample@example.org');
  mkdirSync(join(root, 'test/infra'), { recursive: true });
  write('CHANGELOG.md', CHANGELOG);
  write('package.json', json({ name: 'small-grid', version: '0.1.0' }));
  write('package-lock.json', json({ version: '0.1.0', packages: { '': { version: '0.1.0' } } }));
  write(TEMPLATE, json({ Resources: {} }));
  git('add', '.');
  commit();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What was said. */
function released(version: string, more: Partial<Release> = {}): string {
  const said: string[] = [];
  const templates = () => ({ [TEMPLATE]: json({ Resources: { Table: {} } }) });
  const say = (line: string): void => void said.push(line);
  release({ root, version, isTried: false, day: '2026-11-30', templates, say, ...more });
  return said.join('\n');
}
const refused = (version: string): string => {
  const before = git('rev-parse', 'HEAD');
  let why = 'it was released';
  try {
    released(version);
  } catch (error) {
    why = String(error);
  }
  expect([git('rev-parse', 'HEAD'), git('tag')]).toEqual([before, '']);
  return why;
};

describe('a release', () => {
  it('gives what is new its version and day, in one commit with a tag that has the notes', () => {
    const said = released('0.1.0');
    expect(read('CHANGELOG.md')).toBe(
      `# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-30\n\n${NOTES}\n`,
    );
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.1.0');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('rev-parse', 'v0.1.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('tag', '--list', '--format=%(contents)', 'v0.1.0')).toBe(`small-grid 0.1.0\n\n${NOTES}`);
    expect(said).toContain('git push origin main v0.1.0');
    expect(releasedNotes(root, '0.1.0')).toBe(NOTES);
  });

  it('says its version in the package and the lock file, and keeps how it lays out what is kept', () => {
    released('0.2.0');
    expect(JSON.parse(read('package.json'))).toEqual({ name: 'small-grid', version: '0.2.0' });
    expect(JSON.parse(read('package-lock.json'))).toEqual({
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
    expect(JSON.parse(read(TEMPLATE))).toEqual({ Resources: { Table: {} } });
  });

  it('that is only tried says the same and changes nothing', () => {
    const before = git('rev-parse', 'HEAD');
    const said = released('0.2.0', { isTried: true });
    expect(said).toContain('would release 0.2.0');
    expect(said).toContain('Texts wait for the carrier');
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([before, '', '']);
  });

  it('follows another with what came since, and with nothing else', () => {
    released('0.1.0');
    expect(() => released('0.2.0')).toThrow('nothing stands under ## [Unreleased]');
    write('CHANGELOG.md', read('CHANGELOG.md').replace('## [Unreleased]\n', '## [Unreleased]\n\n- More.\n'));
    commit();
    released('0.2.0');
    expect([releasedNotes(root, '0.2.0'), releasedNotes(root, '0.1.0')]).toEqual(['- More.', NOTES]);
  });
});

describe('no release is made', () => {
  it('of what is no version, or an older one', () => {
    expect(refused('next')).toContain('no version: next');
    expect(refused('0.0.9')).toContain('0.0.9 is older than 0.1.0');
  });

  it('twice', () => {
    released('0.1.0');
    expect(() => released('0.1.0')).toThrow('0.1.0 was released before');
  });

  it('beside main', () => {
    git('switch', '--quiet', '--create', 'try');
    expect(refused('0.1.0')).toContain('made on main, and this is try');
  });

  it('of what is not committed', () => {
    write('package.json', '{}');
    expect(refused('0.1.0')).toContain('not committed');
  });

  it('where nothing is open in the changelog', () => {
    write('CHANGELOG.md', CHANGELOG.replace('unreleased', '2026-11-01'));
    commit();
    expect(refused('0.2.0')).toContain('the first heading of CHANGELOG.md is not');
  });
});
