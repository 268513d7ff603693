import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

const story = eachStory();

describe('a deployment that names no issuer', () => {
  it.each(['/console', '/admin/requests', '/admin/me'])('has nothing at %s', async (path) => {
    expect((await story().http(path)).status).toBe(404);
  });

  it('serves residents all the same', async () => {
    const town = story();
    const receipt = await town.submit();
    expect((await town.http('/')).status).toBe(200);
    expect((await town.view(receipt)).status).toBe('assigned');
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
  });
});
