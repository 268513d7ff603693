import { TownStory } from './town-story.js';

/** One town for a file that only sends what must be refused: at the end nothing was stored, started or texted. */
export function refusingTown(): () => TownStory {
  let town: TownStory | undefined;
  beforeAll(async () => {
    town = await TownStory.begin();
  });
  afterAll(async () => {
    const executions = await town?.executions();
    const texts = town?.cloud.sms.sent();
    await town?.end();
    expect([executions, texts]).toEqual([[], []]);
  });
  return () => {
    if (!town) throw new Error('the town has not begun');
    return town;
  };
}
