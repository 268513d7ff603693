import { MESSAGES } from '../../../contracts/resident/messages.js';
import {
  dueNext,
  nextStep,
  standsAs,
  stepName,
  wantsDocuments,
} from '../../../contracts/resident/next-step.js';
import { requestAnswer } from '../../../contracts/resident/request.js';
import { isOver, newestFirst, withSilenceFolded } from '../../../contracts/resident/tracked-request.js';
import { readAnswer } from '../../../web/read-answer.js';

const trackedRequestOf = (value: unknown) => readAnswer(requestAnswer, value);

const VIEW = {
  id: '7Q3K9M2X',
  status: 'awaiting_confirmation',
  step: 'closure',
  path: 'same-day',
  category: 'street-light',
  grid: 52,
  owner: '示例网格长',
  dueAt: '2026-11-24T09:30:00.000Z',
  timeline: [
    { at: '2026-11-24T01:10:05.000Z', type: 'placed', text: 'second' },
    { at: '2026-11-24T01:10:00.000Z', type: 'received', text: 'first' },
    { at: 'never', text: 'unreadable' },
  ],
  ask: {
    id: '7Q3K9M2X-3',
    text: 'Satisfied?',
    options: [
      { option: 'satisfied', label: 'Yes' },
      { option: 'unsatisfied', label: 'No' },
    ],
  },
};

describe('a tracked request', () => {
  it('is read with its timeline, the latest first, and its question', () => {
    const request = trackedRequestOf(VIEW);
    expect(request).toMatchObject({ grid: 52, owner: '示例网格长', dueAt: VIEW.dueAt });
    expect(newestFirst(request?.timeline ?? []).map(({ text }) => text)).toEqual(['second', 'first']);
    expect(request?.ask?.options).toEqual(VIEW.ask.options);
  });

  test.each([
    undefined,
    'text',
    {},
    { id: 'x' },
    { id: 'x', status: 'toString' },
    { id: 'x', status: 'invented' },
  ])('is not made out of %j', (value) => {
    expect(trackedRequestOf(value)).toBeUndefined();
  });

  it('is read with the step that comes next, where it names one', () => {
    const next = { name: '审批', dueAt: VIEW.dueAt };
    expect(trackedRequestOf({ ...VIEW, nextStep: next })?.nextStep).toEqual({
      name: '审批',
      dueAt: VIEW.dueAt,
    });
    expect(trackedRequestOf({ ...VIEW, nextStep: { name: '审批' } })?.nextStep).toBeUndefined();
  });

  it('that waits for a place says which in line, in both languages', () => {
    const request = trackedRequestOf({ ...VIEW, status: 'coordinating', waitingPosition: 3 });
    expect(request && nextStep(request, MESSAGES['zh-CN'])).toContain('第3位');
    expect(request && nextStep(request, MESSAGES.en)).toContain('number 3 in the queue');
  });

  test.each([
    'received',
    'assigned',
    'accepted',
    'coordinating',
    'awaiting_confirmation',
    'closed',
    'withdrawn',
  ])('that is %s says what comes next in both languages', (status) => {
    const request = trackedRequestOf({ ...VIEW, status });
    expect(request && nextStep(request, MESSAGES['zh-CN'])).toMatch(/[\u4e00-\u9fff]/);
    expect(request && nextStep(request, MESSAGES.en)).toMatch(/[a-z]/);
    expect(request && isOver(request)).toBe(status === 'closed' || status === 'withdrawn');
  });

  it('that is closed says why', () => {
    const request = trackedRequestOf({ ...VIEW, status: 'closed', closedAs: 'joined' });
    expect(request && nextStep(request, MESSAGES.en)).toBe(MESSAGES.en.closedAs.joined);
  });
});

describe('what is due from the town', () => {
  const DUE = '2026-11-24T09:30:00.000Z';
  const at = Date.parse(DUE);
  const open = { status: 'accepted', dueAt: DUE } as const;

  it('is late once its time has passed', () => {
    expect(dueNext(open, at)).toEqual({ at: DUE, isLate: false });
    expect(dueNext(open, at + 1)).toEqual({ at: DUE, isLate: true });
  });

  it('is never late while the clock stands still, and names its step where there is one', () => {
    expect(dueNext({ ...open, pausedSince: '2026-11-23T09:30:00.000Z' }, at + 1)?.isLate).toBe(false);
    const nextStep = { name: 'Approval', dueAt: '2026-11-20T09:30:00.000Z' };
    expect(dueNext({ ...open, nextStep }, at)).toEqual({
      step: 'Approval',
      at: nextStep.dueAt,
      isLate: true,
    });
  });

  it.each(['awaiting_confirmation', 'closed', 'withdrawn'] as const)('is nothing when it is %s', (status) => {
    expect(dueNext({ ...open, status }, at + 1)).toBeUndefined();
  });
});

it('an emergency that nobody took up yet is being called out, whatever its status', () => {
  const request = { status: 'coordinating', unanswered: true } as const;
  const { en } = MESSAGES;
  expect([standsAs(request, en), nextStep(request, en)]).toEqual([en.unanswered, en.nextStep.unanswered]);
  expect(standsAs({ status: 'coordinating' }, en)).toBe(en.status.coordinating);
});

it('a ladder that was silent from one to the next is one line, and the rest of it behind that', () => {
  const line = (type: string, n: number) => ({ at: '2026-11-24T01:10:00.000Z', type, text: `${n}` }) as const;
  const types = ['silent', 'silent', 'silent', 'red-card', 'silent', 'silent', 'received'];
  const lines = types.map((type, n) => line(type, n)) as Parameters<typeof withSilenceFolded>[0];
  const folded = withSilenceFolded(lines).map((one) => [one.line.text, one.behind.length]);
  expect(folded).toEqual([
    ['0', 2],
    ['3', 0],
    ['4', 0],
    ['5', 0],
    ['6', 0],
  ]);
});

describe.each(['zh-CN', 'en'] as const)('whoever complains about staff, in %s', (language) => {
  const messages = MESSAGES[language];

  const { steps } = messages.track;

  it.each([
    ['a petition', { path: 'petition' }],
    ['an emergency', { path: 'emergency', confidential: true }],
    ['an emergency that was none', { path: 'same-day', confidential: true }],
  ] as const)(
    'by %s is told of no grid to which it was sent, and asked for no documents',
    (_what, request) => {
      expect(stepName(request, 'assignment', messages)).toBe(steps.petition);
      expect(stepName(request, 'closure', messages)).toBe(steps.closure);
      expect(wantsDocuments({ ...request, status: 'assigned' })).toBe(false);
    },
  );

  it('and nobody else, is told so', () => {
    expect(stepName({ path: 'emergency' }, 'assignment', messages)).toBe(steps.assignment);
    expect(stepName({ path: 'programme' }, 'assignment', messages)).toBe(steps.assignment);
    expect(wantsDocuments({ path: 'programme', status: 'assigned' })).toBe(true);
    expect(wantsDocuments({ path: 'programme', status: 'closed' })).toBe(false);
  });
});
