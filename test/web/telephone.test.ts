import { NUMBERS, PHONES, shownPhone } from '../../contracts/pages/telephone.js';

const numbersIn = (words: string, pattern: RegExp): string[] =>
  words.split(pattern).filter((_, at) => at % 2 === 1);

describe('a touch on a telephone number calls it', () => {
  it.each([
    ['First call 112 or 999.', ['112', '999']],
    ['请先拨打 110、119或120。', ['110', '119', '120']],
    ['Text +353861110000 with the village', ['+353861110000']],
    ['First call the emergency services.', []],
  ])('where words hold no other numbers: %s', (words, numbers) => {
    expect(numbersIn(words, NUMBERS)).toEqual(numbers);
  });

  it.each([
    ['我电话13912345678，井盖丢了', ['13912345678']],
    ['call me on +353861110000 after 18:30', ['+353861110000']],
    ['燃气抢修0543-5550119、值班室0543-5550201', ['0543-5550119', '0543-5550201']],
    ['身份证371626199001011234，欠3500元，2026-08-26', []],
    ['8月26日（周三）上午8:30，7Q3K9M2X', []],
  ])('among anybody’s words: %s', (words, numbers) => {
    expect(numbersIn(words, PHONES)).toEqual(numbers);
  });
});

it.each([
  ['+8619900000154', '199 0000 0154'],
  ['+861062001234', '010-6200 1234'],
  ['+865438880000', '0543-888 0000'],
  ['+8654388800001', '0543-8880 0001'],
  ['+353199111100', '+353199111100'],
  ['+861234', '+861234'],
])('%s is read as %s', (number, shown) => {
  expect(shownPhone(number)).toBe(shown);
});
