import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { admitTaskAnswer } from '../../../domain/task/admit-task-answer.js';
import { takeTaskStep } from '../../../domain/task/take-task-step.js';
import { taskKindSchema, type TaskResult } from '../../../domain/task/task-record.js';
import { caseTown } from '../request/case-town.js';
import { aTask, TaskPlay } from './task-play.js';

const FOUND = {
  kind: 'rectification',
  purpose: 'rectification/3ABCDEFG',
  to: { ladder: 'grid', grid: 1 },
  finding: { words: 'no log of receptions', by: 'l1', check: '3ABCDEFG' },
} as const;

describe('a task of the staff', () => {
  it.each(taskKindSchema.options)('of the kind %s begins by asking the first in line', (kind) => {
    const play = new TaskPlay(aTask({ kind }));
    // A cause is asked about as an order is: why, and until when.
    const asked = kind === 'cause' ? 'supervision' : kind;
    expect([play.asked, play.open.kind, play.next.to]).toEqual(['a1', asked, asked]);
    expect(play.task.dueAt).toBe(play.open.until);
  });

  it.each<[Parameters<typeof aTask>[0], AskOption, TaskResult]>([
    [{ kind: 'follow-up' }, 'well', 'well'],
    [{ kind: 'follow-up' }, 'problem', 'problem'],
    [{ kind: 'check' }, 'passed', 'passed'],
    [{ kind: 'check' }, 'failed', 'failed'],
    [{ kind: 'call' }, 'satisfied', 'satisfied'],
    [{ kind: 'call' }, 'unsatisfied', 'unsatisfied'],
    [{ kind: 'call' }, 'not-reached', 'not-reached'],
    [{ kind: 'supervision' }, 'replied', 'replied'],
  ])('%j answered "%s" ends as %s, and keeps who said so and their words', (draft, option, result) => {
    const play = new TaskPlay(aTask(draft)).answer(option, 'as seen');
    expect(play.next).toEqual({ to: 'finished', result });
    expect(play.task).toMatchObject({ result, by: 'a1', note: 'as seen', closedAt: play.at, asks: [] });
  });

  it('skips whoever is on leave', () => {
    const leave = [{ staff: 'a1', from: '2026-08-24', to: '2026-08-24' }];
    expect(new TaskPlay(aTask(), caseTown({ leave })).asked).toBe('b1');
  });

  it('taken again decides the same and changes nothing', () => {
    const play = new TaskPlay(aTask());
    const again = takeTaskStep(play.task, play.town, { action: 'begin', at: play.at + 5 });
    expect(again).toMatchObject({ repeated: true, next: play.next, task: play.task });
  });
});

describe('silence', () => {
  it.each(['follow-up', 'check', 'call'] as const)(
    'of all three of a grid leaves a %s missed, which nobody above is bothered with',
    (kind) => {
      const play = new TaskPlay(aTask({ kind }));
      const asked = [play.asked, play.silent().asked, play.silent().asked];
      expect(asked).toEqual(['a1', 'b1', 'c1']);
      expect(play.silent().next).toEqual({ to: 'finished', result: 'missed' });
      expect(play.told).toEqual([]);
    },
  );

  it('on what is to be put right climbs to the leaders, who are told each time, and never ends it', () => {
    const play = new TaskPlay(aTask(FOUND));
    const asked = Array.from({ length: 7 }, () => play.silent().asked);
    expect(asked).toEqual(['b1', 'c1', 'd1', 'd2', 'l1', 'l1', 'l1']);
    expect(play.told[0]).toMatchObject({ staff: 'l1', text: 'told-task-overdue' });
    expect(play.told).toHaveLength(7);
  });

  it('of the one person asked for a check leaves it missed', () => {
    const play = new TaskPlay(aTask({ kind: 'check', to: { ladder: 'person', staff: 'l1' } }));
    expect(play.silent().next).toEqual({ to: 'finished', result: 'missed' });
  });
});

describe('what a check found', () => {
  it('is put right, and whoever found it looks again', () => {
    const play = new TaskPlay(aTask(FOUND)).answer('done', 'log opened');
    expect([play.asked, play.open.kind, play.next.to]).toEqual(['l1', 're-check', 're-check']);
    expect(play.answer('passed').next).toEqual({ to: 'finished', result: 'rectified' });
  });

  it('is asked again, with what the re-check found, until a re-check passes', () => {
    const play = new TaskPlay(aTask(FOUND));
    for (let failures = 1; failures <= 3; failures += 1) {
      play.answer('done', 'really').answer('failed', `empty page ${failures}`);
      expect([play.asked, play.open.kind]).toEqual(['a1', 'rectification']);
      expect(play.task).toMatchObject({ failures, finding: { words: `empty page ${failures}`, by: 'l1' } });
    }
    expect(play.answer('done', 'now').answer('passed').task.result).toBe('rectified');
  });

  it('is extended once, with a reason, for as long as the town allows', () => {
    const play = new TaskPlay(aTask(FOUND));
    const { until } = play.open;
    play.answer('extend', 'paper is out');
    expect(play.open.until).toBeGreaterThan(until);
    expect(play.asked).toBe('a1');
    expect(admitTaskAnswer(play.town, play.open, 'extend')).toMatchObject({ admitted: false });
    expect(admitTaskAnswer(play.town, play.open, 'done')).toEqual({ admitted: true });
  });
});

describe('a step of a task that fails for good', () => {
  it('is put to the duty desk, and to the next of it when nobody answers', () => {
    const play = new TaskPlay(aTask());
    play.act({ action: 'attention', at: play.at });
    expect([play.asked, play.open.kind, play.next.to]).toEqual(['d1', 'attention', 'attention']);
    play.act({ action: 'attention', at: play.open.until });
    expect(play.asked).toBe('d2');
  });

  it('goes on when the desk says so, and nobody is asked a second time', () => {
    const play = new TaskPlay(aTask());
    const { open } = play;
    play.act({ action: 'attention', at: play.at }).answer('retry');
    expect(play.open).toEqual(open);
    expect(play.next).toMatchObject({ to: 'follow-up', ask: { n: open.n } });
  });

  it('hears meanwhile who was asked before, and asks them no more', () => {
    const play = new TaskPlay(aTask());
    const { open } = play;
    play.act({ action: 'attention', at: play.at });
    const answer = { option: 'well', by: 'a1', at: play.at } as const;
    play.act({ action: 'answered', ask: open.n, answer, at: play.at });
    expect([play.task.result, play.task.asks]).toEqual(['well', []]);
  });

  it('after its end is only brought to it', () => {
    const play = new TaskPlay(aTask()).answer('problem', 'sample');
    play.act({ action: 'attention', at: play.at }).answer('retry');
    expect([play.next, play.task.asks]).toEqual([{ to: 'finished', result: 'problem' }, []]);
  });

  it('is over when the desk passes it on', () => {
    const play = new TaskPlay(aTask());
    play.act({ action: 'attention', at: play.at }).answer('refer', 'by hand');
    expect(play.next).toEqual({ to: 'finished', result: 'referred' });
  });
});
