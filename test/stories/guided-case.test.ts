import { phoneDirectory } from '../../tools/phone-directory.js';
import { type GuideStep, guideStep } from '../../web/phones/guide.js';
import type { GuidedCase } from '../../web/phones/directory.js';
import { createLocalApi } from '../../web/phones/local-api.js';
import { offeredOptions } from '../../web/phones/offered-options.js';
import { eachStory } from './each-story.js';
import { type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory();

/** Does what the Phones page's guide says until the case is closed; tells every step. */
async function follow(town: TownStory, id: string): Promise<{ guided: GuidedCase; steps: GuideStep[] }> {
  const guided = phoneDirectory(town.town, town.cloud.url).guided.find((one) => one.id === id);
  if (!guided) throw new Error(`no guided case ${id}`);
  const api = createLocalApi((path, init) => fetch(town.cloud.endpoint + path, init));
  const steps: GuideStep[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const step = guideStep(guided, await api.texts(0));
    steps.push(step);
    if (step.kind === 'closed') return { guided, steps };
    if (step.kind === 'wait') await api.skip('next');
    else await town.text(step.phone, step.body);
  }
  return { guided, steps };
}

describe('who follows the guide of the Phones page', () => {
  test.each([
    ['same-day', 'sanhehu'],
    ['programme', 'sanhehu'],
    ['same-day', 'elmford'],
    ['programme', 'elmford'],
  ])('sees a %s case of %s to its end', async (id, folder) => {
    const town = folder === 'sanhehu' ? story() : await story().beside(sampleTown(folder));
    const { guided, steps } = await follow(town, id);
    expect(steps[0]?.kind).toBe('write');
    expect(steps.at(-1)?.kind).toBe('closed');
    // What was promised at the beginning is what it took, however often somebody was asked back, and the digits of each text are told.
    const texted = steps.flatMap((step) => ('body' in step ? [step] : []));
    const numbers = new Set(texted.map(({ number }) => number));
    expect([...numbers]).toEqual(Array.from({ length: guided.steps }, (_, place) => place + 1));
    const first = texted.filter(({ number }, place) => number !== texted[place - 1]?.number);
    const offers = first.flatMap((step) => (step.kind === 'answer' ? [offeredOptions(step.asked)] : []));
    expect(offers.filter(({ length }) => length < 2)).toEqual([]);
  });
});

it('a town that is no sample has no guide: nobody plays with real people', () => {
  const town = sampleTown();
  const real = { ...town, settings: { ...town.settings, sample: false } };
  expect(phoneDirectory(real, 'http://127.0.0.1').guided).toEqual([]);
});
