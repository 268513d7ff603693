/**
 * The heading of unreleased notes, always the first: `## [Unreleased]`, or `## [0.1.0] - unreleased` where the number
 * is settled.
 */
const OPEN = /^## \[(?:Unreleased|\d+\.\d+\.\d+)\](?: - unreleased)?$/i;
const DATED = /^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/;

export class ChangelogError extends Error {
  override readonly name = 'ChangelogError';
}

interface Section {
  readonly heading: string;
  readonly notes: string;
}

function sectionsOf(changelog: string): Section[] {
  return changelog
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading, notes: lines.join('\n').trim() };
    });
}

/**
 * The changes since the last release. Throws ChangelogError where the first heading is not open, or nothing stands
 * below it.
 */
export function openNotes(changelog: string): string {
  const [first] = sectionsOf(changelog);
  if (first === undefined || !OPEN.test(first.heading))
    throw new ChangelogError(`the first heading of CHANGELOG.md is not "## [Unreleased]": ${first?.heading}`);
  if (first.notes === '') throw new ChangelogError(`nothing stands under ${first.heading} of CHANGELOG.md`);
  return first.notes;
}

/** The notes of a version that was released; undefined where it was not. */
export const notesOf = (changelog: string, version: string): string | undefined =>
  sectionsOf(changelog).find(({ heading }) => DATED.exec(heading)?.[1] === version)?.notes;

/** With what is open given a version and its day, and a heading above it for what comes next. */
export function withRelease(changelog: string, version: string, day: string): string {
  openNotes(changelog);
  return changelog.replace(/^## .*$/m, `## [Unreleased]\n\n## [${version}] - ${day}`);
}
