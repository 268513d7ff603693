import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

/** A Monday morning in Elmford. */
const AT = Date.parse('2026-08-24T15:45:00+08:00');
const story = eachStory({ at: AT, change: () => sampleTown('elmford') });

/** A resident of Elmford, invented; the number lies in the range that Ireland keeps for drama. */
const DENISE = '+353209120001';
const LAMP = {
  name: 'Sample Denise',
  phone: DENISE,
  village: 'town-centre',
  group: 1,
  category: 'street-light',
  description: 'Sample: the lamp at the gate is out',
  language: 'en',
} as const;

/** What everybody of the staff was texted but the review panel. */
const toOthers = (town: TownStory): string =>
  town.town.staff
    .filter(({ id }) => !id.startsWith('review-panel'))
    .flatMap(({ phone }) => town.textsTo(phone))
    .join('\n');

describe('a complaint about a member of staff, in English', () => {
  it('that is texted is heard by the review panel alone', async () => {
    const town = story();
    const words = 'the grid worker took money from my dad and did nothing';
    town.typed.add(words);
    await town.text(DENISE, words);
    expect(town.lastTextTo(DENISE)).toMatch(/in confidence/);
    expect(town.textsTo(town.phoneOf('review-panel-1')).join()).toContain('took money');
    await town.advance('P15D');
    expect(toOthers(town)).not.toContain('took money');
    expect(toOthers(town)).not.toContain(DENISE);
  });

  it('beside a verdict reaches nobody who did the work, and the verdict counts', async () => {
    const town = story();
    const receipt = await town.submit(LAMP);
    await town.reply('e01-a', '1');
    await town.reply('e01-a', '1 new bulb');
    town.typed.add('the man was rude');
    await town.replyAsResident('2 the man was rude and swore at my mother', DENISE);
    expect(await town.timeline(receipt)).toContain('unsatisfied');
    expect(toOthers(town)).not.toContain('swore');
    expect(town.textsTo(town.phoneOf('review-panel-1')).join()).toContain('swore');
  });

  it('about one of the panel goes to another of it', async () => {
    const town = story();
    await town.text(DENISE, 'P. Teal of the review panel shouted at my mother, I want to complain about him');
    expect(town.textsTo(town.phoneOf('review-panel-1')).join()).not.toContain('shouted');
    expect(town.textsTo(town.phoneOf('review-panel-2')).join()).toContain('shouted');
  });

  it('that is none is asked about before it goes anywhere', async () => {
    const town = story();
    const receipt = await town.submit({ ...LAMP, confidential: true });
    await town.reply('review-panel-1', '4 not a complaint');
    expect(town.lastTextTo(DENISE)).toContain('name and number');
    expect(town.asksTo('e01-a', receipt)).toEqual([]);
    await town.text(DENISE, 'yes');
    expect(town.asksTo('e01-a', receipt)).toHaveLength(1);
  });
});

describe('whoever asks in English not to be named', () => {
  it('is unknown to whoever handles it', async () => {
    const town = story();
    const receipt = await town.submit({
      ...LAMP,
      description: 'Sample: the lamp at the gate is out, please keep my name out of it',
    });
    expect(town.asksTo('e01-a', receipt)).toHaveLength(1);
    expect(toOthers(town)).not.toContain(DENISE);
    expect(toOthers(town)).not.toContain(LAMP.name);
    expect(town.asksTo('e01-a', receipt).join()).toContain(town.textedPhoneOf('duty-desk-1'));
  });
});

describe('an application by text, in English', () => {
  it('needs its form, says what a condition wants, and is approved with the reason for an exception before its eyes', async () => {
    const town = story();
    const receipt = await town.submit({
      ...LAMP,
      category: 'home-repair',
      description: 'Sample: damp walls',
    });
    const head = town.phoneOf('e01-a');
    await town.reply('e01-a', '1');
    const code = town.codeFor(head);
    await town.text(head, `1 ${code} all handed in`);
    expect(town.lastTextTo(head)).toContain(`form ${code} 1=`);
    expect(await town.timeline(receipt)).not.toContain('step-done');
    await town.text(head, `form ${code} 1=no 2=many`);
    expect(town.lastTextTo(head)).toContain('2 People in the house: a number, 1-20 wanted, "many" given');
    await town.text(head, `form ${code} 1=no 2=4`);
    expect(town.lastTextTo(head)).toContain('Owns the house: yes wanted, no given');
    await town.text(head, `form ${code} 1=no 2=4 because the house is held in trust for her`);
    expect(await town.timeline(receipt)).toContain('step-done');
    const office = town.phoneOf('housing-office-1');
    await town.text(office, `more ${town.codeFor(office)}`);
    expect(town.textsTo(office).join()).toContain('NOT ELIGIBLE: Owns the house: yes wanted, no given');
    expect(town.textsTo(office).join()).toContain('held in trust');
  });
});
