import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Definition = Readonly<Record<string, unknown>>;

const WORKFLOWS = join(import.meta.dirname, '../../../../workflows');

/** Every definition in `workflows/`, by the name of its machine. */
export const DEFINITIONS: readonly (readonly [machine: string, definition: Definition])[] = readdirSync(
  WORKFLOWS,
)
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => [
    file.replace('.asl.json', ''),
    JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as Definition,
  ]);

/** One of each: a task that is caught, a choice, a Map, a Fail. */
export const SMALL = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Comment: 'Asks',
      Next: 'Which?',
      Catch: [
        { ErrorEquals: ['States.Timeout'], Next: 'Which?' },
        { ErrorEquals: ['States.ALL'], Next: 'Give up' },
      ],
    },
    'Which?': { Type: 'Choice', Choices: [{ Next: 'Each' }, { Next: 'Each' }], Default: 'Ask' },
    Each: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
      End: true,
    },
    'Give up': { Type: 'Fail' },
  },
};

const task = (next?: string) => ({ Type: 'Task', ...(next === undefined ? { End: true } : { Next: next }) });
const ask = (step: string, next: string) => ({
  Type: 'Task',
  Catch: [{ ErrorEquals: ['States.Timeout'], Next: `${step}: nobody answered` }],
  Next: next,
});
const choice = (nexts: readonly string[], otherwise: string) => ({
  Type: 'Choice',
  Choices: nexts.map((next) => ({ Next: next })),
  Default: otherwise,
});

/** Four steps in a frame with one error path, each with its own choice, asks and silence. */
export const FOUR_STEPS = {
  StartAt: 'The four steps',
  States: {
    'The four steps': {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Intake: read it',
          States: {
            'Intake: read it': task('Intake: is anything missing?'),
            'Intake: is anything missing?': choice(['Intake: ask the sender'], 'Assign: who takes it?'),
            'Intake: ask the sender': ask('Intake', 'Intake: is anything missing?'),
            'Intake: nobody answered': task('Intake: is anything missing?'),
            'Assign: who takes it?': choice(
              ['Assign: ask the duty desk', 'Assign: ask the grid team', 'Intake: is anything missing?'],
              'Coordinate: which way?',
            ),
            'Assign: ask the duty desk': ask('Assign', 'Assign: who takes it?'),
            'Assign: ask the grid team': ask('Assign', 'Assign: who takes it?'),
            'Assign: nobody answered': task('Assign: who takes it?'),
            'Coordinate: which way?': choice(
              [
                'Coordinate: in the grid',
                'Coordinate: the programme',
                'Coordinate: the emergency',
                'Coordinate: the department',
                'Assign: who takes it?',
              ],
              'Close: is it done?',
            ),
            'Coordinate: in the grid': ask('Coordinate', 'Coordinate: which way?'),
            'Coordinate: the programme': task('Coordinate: record the outcome'),
            'Coordinate: the emergency': task('Coordinate: record the outcome'),
            'Coordinate: the department': task('Coordinate: record the outcome'),
            'Coordinate: record the outcome': task('Coordinate: which way?'),
            'Coordinate: nobody answered': task('Coordinate: which way?'),
            'Close: is it done?': choice(
              ['Close: ask the resident', 'Assign: who takes it?'],
              'Close: close it',
            ),
            'Close: ask the resident': ask('Close', 'Close: is it done?'),
            'Close: nobody answered': task('Close: is it done?'),
            'Close: close it': task(),
          },
        },
      ],
      Catch: [
        { ErrorEquals: ['Reopened'], Next: 'The four steps' },
        { ErrorEquals: ['States.ALL'], Next: 'Attention: tell the duty desk' },
      ],
      End: true,
    },
    'Attention: tell the duty desk': {
      Type: 'Task',
      Next: 'Attention: wait for the duty desk',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Attention: pause' }],
    },
    'Attention: pause': { Type: 'Wait', Next: 'Attention: tell the duty desk' },
    'Attention: wait for the duty desk': { Type: 'Task', Next: 'The four steps' },
  },
};

/** Rounds of a Map within a Parallel, with two branches. */
export const NESTED = {
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
        {
          StartAt: 'Each right',
          States: {
            'Each right': {
              Type: 'Map',
              ItemProcessor: { StartAt: 'Again', States: { Again: { Type: 'Wait', Next: 'Again' } } },
              End: true,
            },
          },
        },
      ],
      Next: 'After',
    },
    After: { Type: 'Succeed' },
  },
};
