import { askNotice } from '../../../domain/request/ask-notice.js';
import { aRequest } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category: string) => Play.begin(aRequest({ category }), rulesFor(category));
const textOf = ({ record, rules }: Play, ask = record.asks[0]) =>
  ask && askNotice(record, rules, ask, 'K7Q3')?.text;

describe('whether a resident is satisfied', () => {
  it.each([
    [
      'of what they reported',
      () => begin('street-light').answer('accept').answer('done'),
      'ask-confirmation',
    ],
    [
      'of a refusal, not at all',
      () => begin('street-light').answer('accept').answer('refuse', 'not ours'),
      undefined,
    ],
  ])('%s is asked in words of its own', (_, play, text) => {
    expect(textOf(play())).toBe(text);
  });

  it('of what they applied for is asked in words of its own', () => {
    const play = begin('surgery').answer('accept').answer('done');
    const { asks } = play.record;
    for (const ask of asks) play.answer('done', undefined, ask);
    play.answer('done', '8月26日').answer('done');
    expect(textOf(play)).toBe('ask-confirmation-applied');
  });
});

describe('a department', () => {
  it('that is asked for the whole matter reads of that; for a step of a programme, of the step', () => {
    expect(textOf(begin('road').answer('accept'))).toBe('ask-report');
    const play = begin('surgery').answer('accept').answer('done');
    const { asks } = play.record;
    for (const ask of asks) play.answer('done', undefined, ask);
    expect(textOf(play.answer('done', '8月26日'))).toBe('ask-report-step');
  });
});

it('whoever may be in danger reads of which', () => {
  const record = aRequest({ danger: { kind: 'gas', sure: false } });
  const { record: asked, rules } = Play.begin(record, rulesFor('street-light'));
  const [ask] = asked.asks;
  const notice = ask && askNotice(asked, rules, ask, 'K7Q3');
  expect(notice).toMatchObject({ text: 'ask-clarify-danger', values: { danger: 'Danger' } });
});
