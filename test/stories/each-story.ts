import { TownStory } from './town-story.js';

/**
 * A town for each test, and at the end of each the search that every story owes: nothing personal that was typed stands
 * in an execution or a log line.
 */
export function eachStory(options?: Parameters<typeof TownStory.begin>[0]): () => TownStory {
  let story: TownStory | undefined;
  beforeEach(async () => {
    story = await TownStory.begin(options);
  });
  afterEach(async () => {
    const leaks = await story?.leaks();
    await story?.end();
    story = undefined;
    expect(leaks).toEqual([]);
  });
  return () => {
    if (!story) throw new Error('the story has not begun');
    return story;
  };
}
