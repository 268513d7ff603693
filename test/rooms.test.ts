import { circleAmong, importsBelow } from './rooms.js';

/** Where folders stand on each other. Types count: who needs a type to be understood stands on it. */
const ROOTS = [
  'domain',
  'contracts',
  'adapters',
  'functions',
  'infra',
  'towns',
  'bench',
  'local-cloud',
  'web',
  'web/admin',
  'web/resident',
  'web/staff',
  'web/phones',
];

describe('the rooms of the code', () => {
  it.each(ROOTS)('folders of %s depend downward only', (root) => {
    const imports = importsBelow(root);
    expect(imports).not.toHaveLength(0);
    expect(circleAmong(imports)).toBeUndefined();
  });

  it('a circle is told with the lines that close it', () => {
    const imports = [
      { file: 'request/facts.ts', line: 5, imports: 'task/begin-follow-up.ts' },
      { file: 'task/task-record.ts', line: 2, imports: 'words/language.ts' },
      { file: 'task/take-task-step.ts', line: 7, imports: 'request/decision.ts' },
    ];
    expect(circleAmong(imports)).toBe(
      'request -> task (request/facts.ts:5 imports task/begin-follow-up.ts) -> request (task/take-task-step.ts:7 imports request/decision.ts)',
    );
    expect(circleAmong(imports.slice(0, 2))).toBeUndefined();
  });

  it.each([
    ['of one folder', 'town/schema.ts', 'town/allowance.ts'],
    ['beside the folders', 'messages.ts', 'messages.en.ts'],
  ])('files %s may import each other', (_where, one, other) => {
    expect(
      circleAmong([
        { file: one, line: 1, imports: other },
        { file: other, line: 1, imports: one },
      ]),
    ).toBeUndefined();
  });

  it('files beside the folders are no way round', () => {
    expect(
      circleAmong([
        { file: 'view/app.ts', line: 1, imports: 'words.ts' },
        { file: 'words.ts', line: 2, imports: 'messages.ts' },
        { file: 'messages.ts', line: 3, imports: 'view/ask.ts' },
      ]),
    ).toContain('-> messages.ts (words.ts:2 imports messages.ts) -> view');
  });
});
