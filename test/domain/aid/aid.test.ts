import { entriesOf } from '../../../domain/request/timeline.js';
import { addYuan, aidOf } from '../../../domain/aid/aid.js';
import { readMoney } from '../../../domain/aid/read-money.js';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import { factsOf } from '../../../domain/request/facts.js';
import { aRequest } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';

const play = (category = 'street-light') =>
  Play.begin(aRequest({ category }), rulesFor(category)).answer('accept');

describe('a sum in words', () => {
  it.each([
    ['已送 500元', 500],
    ['５００元', 500],
    ['gave 500 yuan in cash', 500],
    ['¥1,200.50', 1200.5],
    ['￥80', 80],
    ['1.2万元', 12_000],
    ['送米面，折合300块钱', 300],
    ['0.1元', 0.1],
    ['1.2345万元', 12_345],
    ['已送米面，500元', 500],
    ['CN¥500', 500],
    ['¥1.5万', 15_000],
  ])('%s is %d yuan', (words, yuan) => {
    expect(readMoney(words, 'CNY')).toBe(yuan);
  });

  it.each(['已修好', '3盏灯', '3组路灯', '第500号单元', 'room 500', ''])('%s names none', (words) => {
    expect(readMoney(words, 'CNY')).toBe('none');
  });

  it.each([
    '300元，另200元',
    '300元¥200',
    '五百元',
    '0元',
    '0.001元',
    '一万元',
    '1万5元',
    '1,2000元',
    '1 200元',
    '1.200元',
    '.5元',
    '¥5千',
    '¥5k',
    '¥1 200',
    '¥500-800',
    '500-800元',
    '3户电话12345，500元',
  ])('%s is not clear, and is not guessed at', (words) => {
    expect(readMoney(words, 'CNY')).toBe('unclear');
  });

  it.each([
    ['€500', 500],
    ['500€', 500],
    ['gave 1,200.50 euros', 1200.5],
    ['1 euro', 1],
    ['EUR 80', 80],
    ['500欧元', 500],
  ])("%s is %d in a town's own currency", (words, sum) => {
    expect(readMoney(words, 'EUR')).toBe(sum);
  });

  it.each(['€1.200,50', '1.200,50 €', '1200,50 euros', '1.200 euros'])(
    '%s is written as another country does, and is asked for again',
    (words) => {
      expect(readMoney(words, 'EUR')).toBe('unclear');
    },
  );

  it('of another currency is no sum', () => {
    expect(readMoney('500元', 'EUR')).toBe('none');
    expect(readMoney('€500', 'CNY')).toBe('none');
    expect(readMoney('A$500', 'USD')).toBe('none');
    expect(readMoney('500 europeans', 'EUR')).toBe('none');
  });

  it('is a number alone only where a sum was asked for', () => {
    expect(aidOf('report', { option: 'aid', note: '500' }, 'EUR')).toBe(500);
    expect(aidOf('report', { option: 'aid', note: '1，200块。' }, 'CNY')).toBe(1200);
    expect(aidOf('report', { option: 'aid', note: '1.200' }, 'EUR')).toBe('unclear');
    expect(aidOf('outcome', { option: 'done', note: '铺了500块砖' }, 'CNY')).toBe('none');
    expect(aidOf('report', { option: 'aid', note: '500 blankets' }, 'EUR')).toBe('unclear');
    expect(aidOf('outcome', { option: 'done', note: '500' }, 'EUR')).toBe('none');
  });

  it('counts with an outcome or on its own, not where something else costs money', () => {
    expect(aidOf('outcome', { option: 'done', note: '已送500元' }, 'CNY')).toBe(500);
    expect(aidOf('report', { option: 'aid', note: '500元' }, 'CNY')).toBe(500);
    expect(aidOf('report', { option: 'aid', note: '米面' }, 'CNY')).toBe('unclear');
    expect(aidOf('outcome', { option: 'refuse', note: '已有补助500元' }, 'CNY')).toBe('none');
    expect(aidOf('appointment', { option: 'done', note: '挂号费5元' }, 'CNY')).toBe('none');
    expect(aidOf('approval', { option: 'done', yuan: 5 }, 'CNY')).toBe('unclear');
  });

  it('stated as a number is that number, whatever the words', () => {
    expect(aidOf('outcome', { option: 'done', note: '2户各300元', yuan: 600 }, 'CNY')).toBe(600);
  });

  it('adds up to the hundredth', () => {
    expect([0.1, 0.2, 0.3].reduce(addYuan, 0)).toBe(0.6);
  });
});

describe('aid given on a request', () => {
  it('is summed, each time in a line of its own, and the work goes on as it was asked', () => {
    const begun = play();
    const { until } = begun.open();
    begun.answer('aid', '棉被 200元').later(60_000).answer('aid', '300元');
    expect(begun.open()).toMatchObject({ kind: 'outcome', until });
    begun.answer('done', '已安置 50.5元');
    expect(begun.record).toMatchObject({ yuan: 550.5, status: 'awaiting_confirmation' });
    const lines = entriesOf(begun.record, 'aid');
    expect(lines.map(({ yuan, by }) => [yuan, by])).toEqual([
      [200, 'a1'],
      [300, 'a1'],
      [50.5, 'a1'],
    ]);
    expect(factsOf(begun.record).yuan).toBe(550.5);
  });

  it('in a department\u2019s step counts as well', () => {
    const begun = play('road').answer('aid', '500元');
    expect(begun.open()).toMatchObject({ kind: 'report', stage: 0, step: 'handle' });
    expect(begun.answer('done', '已修 20元').record.yuan).toBe(520);
  });

  const admit = (begun: Play, note: string, rules = begun.rules) =>
    admitAnswer(begun.record, rules, begun.open(), 'aid', note);

  it('stops at the town\u2019s limit, which the answer names', () => {
    const begun = play().answer('aid', '19000元');
    expect(admit(begun, '1000元')).toEqual({ admitted: true });
    expect(admit(begun, '1001元')).toEqual({
      admitted: false,
      reply: 'reply-aid-limit',
      values: { amount: '20,000元', given: '19,000元' },
    });
  });

  it('stops at the programme\u2019s limit where that is lower', () => {
    const begun = play('road');
    const [surgery] = caseTown().programmes;
    const programme = surgery && { ...surgery, yuan: 3000 };
    expect(admit(begun, '3001元', { ...begun.rules, programme })).toMatchObject({
      values: { amount: '3,000元' },
    });
  });

  it('is recorded so many times at most', () => {
    const begun = play();
    for (let time = 0; time < 8; time += 1) begun.answer('aid', '1元');
    expect(admit(begun, '1元')).toMatchObject({ reply: 'reply-aid-limit' });
  });

  it('that is not clear is asked for again', () => {
    expect(admit(play(), '很多')).toEqual({ admitted: false, reply: 'reply-aid-unclear' });
  });
});
