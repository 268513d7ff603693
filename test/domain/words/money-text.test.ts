import { moneyText, moneyUnit } from '../../../domain/words/money-text.js';

describe('a sum of money', () => {
  it.each([
    [0, 'CNY', '0元', 'CN¥0'],
    [1200.5, 'CNY', '1,200.50元', 'CN¥1,200.50'],
    [0, 'EUR', '€0', '€0'],
    [1200.5, 'EUR', '€1,200.50', '€1,200.50'],
    [500, 'CHF', 'CHF 500', 'CHF 500'],
  ])('of %d %s is written as each reader writes it', (amount, currency, chinese, english) => {
    expect(moneyText(amount, 'zh-CN', currency)).toBe(chinese);
    expect(moneyText(amount, 'en', currency)).toBe(english);
  });

  it('is asked for by the word that stands behind it', () => {
    expect([moneyUnit('zh-CN', 'CNY'), moneyUnit('en', 'CNY')]).toEqual(['元', 'yuan']);
    expect([moneyUnit('zh-CN', 'EUR'), moneyUnit('en', 'EUR')]).toEqual(['欧元', 'euros']);
  });
});
