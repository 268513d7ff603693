import { openEmergencies } from '../../../domain/daily-close/open-emergencies.js';
import { factsOf } from '../../../domain/request/facts.js';
import { requestView } from '../../../domain/request/request-view.js';
import { emergencies } from '../emergencies.js';
import { aRequest } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';

/** Whether the wall says of it that help is under way. */
const isAnswered = ({ record }: Play): boolean | undefined =>
  openEmergencies([{ facts: factsOf(record), status: record.status }], caseTown())[0]?.answered;

describe('of an emergency under way the wall says that help is', () => {
  it('once somebody takes it up or says that they come', () => {
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesFor('gas-leak'));
    expect(isAnswered(play)).toBe(false);
    play.answer('done', 'on the way', play.open('gas'));
    expect(isAnswered(play)).toBe(true);
  });

  it('not yet where it was taken up only before anybody knew of the danger', () => {
    const play = Play.begin(aRequest(), rulesFor('street-light')).answer('accept');
    play.correct({ danger: 'open-hole' });
    expect(play.record).toMatchObject({ path: 'emergency' });
    expect(isAnswered(play)).toBe(false);
  });

  it('no more once everybody who is asked was silent', () => {
    const { settings } = caseTown();
    const town = caseTown({ settings: { ...settings, emergencies: emergencies() } });
    const play = Play.begin(aRequest({ category: 'gas-leak' }, town), rulesFor('gas-leak', town));
    play.answer('done', 'on the way', play.open('gas'));
    expect(isAnswered(play)).toBe(true);
    while (!play.types.includes('call-list')) play.silent();
    expect(factsOf(play.record).unanswered).toBe(true);
    expect(isAnswered(play)).toBe(false);
    expect(requestView(play.record, rulesFor('gas-leak', town), 'en').unanswered).toBe(true);
  });
});
