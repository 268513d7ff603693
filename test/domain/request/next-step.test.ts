import { nextStepText } from '../../../domain/request/next-step.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const rules = rulesFor('surgery');
const surgery = () => Play.begin(aRequest({ category: 'surgery' }), rules);
const next = ({ record, at }: Play) => nextStepText(record, rules, at, 'zh-CN');
const receipt = ({ told }: Play) => told.find(({ text }) => text.startsWith('receipt'));

describe('who applies for a programme', () => {
  it('is told its first step and the date of that, not an end that is months away', () => {
    expect(receipt(surgery())).toMatchObject({
      text: 'receipt-programme',
      values: { step: 'step apply', due: '28 Aug 17:30' },
    });
  });

  it('is told the same where a cadre files it, who has taken it by that', () => {
    const filed = Play.begin(aRequest({ category: 'surgery' }), rules, { filedBy: 'a1' });
    expect(receipt(filed)).toMatchObject({ values: { step: 'step apply', due: '27 Aug 17:30' } });
  });

  it('asks for news and hears which step is open, and until when', () => {
    const play = surgery();
    expect(next(play)).toEqual({ step: 'step apply', due: '8月28日17:30' });
    play.answer('accept');
    expect(next(play)).toEqual({ step: 'step apply', due: '8月27日17:30' });
    play.answer('done');
    expect(next(play)?.step).toMatch(/^step approve-/);
  });

  it('hears of no date where nobody knows the next', () => {
    const play = surgery().answer('accept').answer('refuse', 'too late');
    expect(next(play)).toBeUndefined();
  });
});

it.each(['street-light', 'road', 'petition', 'gas-leak'])(
  'a %s has one date, and no step beside it',
  (category) => {
    const own = rulesFor(category);
    const { record } = Play.begin(aRequest({ category }), own);
    expect(nextStepText(record, own, MONDAY_9_AM, 'en')).toBeUndefined();
  },
);
