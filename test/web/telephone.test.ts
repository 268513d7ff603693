import { NUMBERS, PHONES, shownPhone, textedNumber } from '../../contracts/pages/telephone.js';

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

describe.each([
  ['China', '+861069900077'],
  ['Ireland', '+353209190000'],
])('a number as people read it in %s', (country, home) => {
  it.each([
    ['+8619900000154', '199 0000 0154', '+86 199 0000 0154'],
    ['+86*********54', '*** **** **54', '+86 *** **** **54'],
    ['+353*******51', '+353 ** *** **51', '0** *** **51'],
    ['+861062001234', '010-6200 1234', '+86 10 6200 1234'],
    ['+865438880000', '0543-888 0000', '+86 543 888 0000'],
    ['+8654388800001', '0543-8880 0001', '+86 543 8880 0001'],
    ['+864000001234', '400-000-1234', '+86 400 000 1234'],
    ['+353209100001', '+353 20 910 0001', '020 910 0001'],
    ['+353861110000', '+353 86 111 0000', '086 111 0000'],
    ['+35318001234', '+353 1 800 1234', '01 800 1234'],
    ['+35369123456', '+353 69 123 456', '069 123 456'],
  ])('%s', (number, inChina, inIreland) => {
    expect(shownPhone(number, home)).toBe(country === 'China' ? inChina : inIreland);
  });

  // Of another country, too short, too long, written by hand, and none at all.
  it.each(['+15555550100', '+861234', '+353199111100', '0543-5550119', '110', ''])(
    'stays as it is where no form fits: %s',
    (number) => {
      expect(shownPhone(number, home)).toBe(number);
    },
  );
});

it('the number to text is shown as it is typed', () => {
  expect(textedNumber('+861069900077')).toBe('1069900077');
  expect(textedNumber('+353209190000')).toBe('020 919 0000');
});
