import { aTask, TaskPlay } from './task-play.js';

const EXECUTION = '2ABCDEFG-retry-2';
const takeUp = (play: TaskPlay) => play.act({ action: 'take-up', execution: EXECUTION, at: play.at });

describe('a task that a new execution takes up', () => {
  it.each<[string, () => TaskPlay]>([
    ['follow-up', () => new TaskPlay(aTask())],
    ['follow-up', () => new TaskPlay(aTask()).silent()],
    ['rectification', () => new TaskPlay(aTask({ kind: 'rectification' }))],
    ['supervision', () => new TaskPlay(aTask({ kind: 'supervision' }))],
  ])('waits on for its %s, and asks nobody a second time', (to, stood) => {
    const play = stood();
    const { open, told } = { open: play.open, told: play.told.length };
    takeUp(play);
    expect(play.open).toEqual(open);
    expect(play.next).toMatchObject({ to, ask: { n: open.n } });
    expect(play.told).toHaveLength(told);
    expect([play.task.timeline.at(-1)?.type, play.task.execution]).toEqual(['resumed', EXECUTION]);
  });

  it('while the duty desk is asked whether to try again is tried again', () => {
    const play = new TaskPlay(aTask());
    const { open } = play;
    takeUp(play.act({ action: 'attention', at: play.at }));
    expect(play.task.asks).toEqual([open]);
    expect(play.next).toMatchObject({ to: 'follow-up', ask: { n: open.n } });
  });

  it('before it was begun is begun', () => {
    const play = new TaskPlay(aTask());
    play.task = aTask();
    takeUp(play);
    expect([play.asked, play.task.timeline.map(({ type }) => type)]).toEqual(['a1', ['asked']]);
  });

  it('that is over ends as it was', () => {
    const play = new TaskPlay(aTask()).answer('well');
    const { timeline } = play.task;
    takeUp(play);
    expect(play.next).toEqual({ to: 'finished', result: 'well' });
    expect(play.task.timeline).toEqual(timeline);
  });
});
