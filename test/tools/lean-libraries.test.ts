import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import chinese from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { build } from 'esbuild';
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import * as ofNode from '../../adapters/zlib-of-node.js';
import { FUNCTION_OPTIONS } from '../../tools/bundle.js';

/** What `code` exports, bundled as functions are; `whole` with all of the libraries. */
async function bundled(code: string, { whole = false } = {}): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    ...FUNCTION_OPTIONS,
    ...(whole ? { plugins: [] } : {}),
    outExtension: {},
    outdir: 'nowhere',
    stdin: { contents: code, resolveDir: join(import.meta.dirname, '../..') },
    format: 'iife',
    globalName: 'found',
    write: false,
  });
  const globals = { URL, TextEncoder, console };
  return runInNewContext(`${outputFiles[0]?.text ?? ''}; found`, globals) as Record<string, unknown>;
}

const READ_NUMBERS = `
  import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min';
  export const read = (text, defaultCallingCode) => {
    const phone = parsePhoneNumberFromString(text, { defaultCallingCode });
    const found = findPhoneNumbersInText('call ' + text + ' soon', { defaultCallingCode, extended: true });
    return [text, phone?.number, phone?.isPossible(), phone?.isValid(), ...found.map(({ number }) => number.number)].join();
  };`;

/** Numbers of every country as people there write them, and such as are none. */
function numbersAsWritten(): (readonly [text: string, callingCode: string])[] {
  return getCountries().flatMap((country) => {
    const number = getExampleNumber(country, examples);
    if (!number) return [];
    const { nationalNumber: digits, countryCallingCode } = number;
    const ways = [number.number, number.formatNational(), number.formatInternational(), digits];
    const wrong = [`${digits}0`, digits.slice(1), digits.slice(0, 4)];
    return [...ways, ...wrong].map((text) => [text, countryCallingCode] as const);
  });
}

describe('the libraries of functions', () => {
  it('read the numbers of every country as the whole ones do, however they are written', async () => {
    type Read = (text: string, callingCode: string) => string;
    const [lean, whole] = (await Promise.all([
      bundled(READ_NUMBERS),
      bundled(READ_NUMBERS, { whole: true }),
    ])) as unknown as [{ read: Read }, { read: Read }];
    const written = numbersAsWritten();
    expect(written.length).toBeGreaterThan(1500);
    for (const [text, code] of written) expect(lean.read(text, code)).toBe(whole.read(text, code));
  });

  it('know every day off, and every one that is worked, in China', async () => {
    const { days } = (await bundled(
      "import days from 'chinese-days/dist/chinese-days.json'; export { days };",
    )) as { days: typeof chinese };
    expect(Object.keys(days.holidays).toSorted()).toEqual(Object.keys(chinese.holidays).toSorted());
    expect(Object.keys(days.workdays).toSorted()).toEqual(Object.keys(chinese.workdays).toSorted());
  });

  it('refuse to describe a schema as JSON Schema, which they have nothing for', async () => {
    const { described } = (await bundled(
      "import * as z from 'zod'; export const described = () => z.toJSONSchema(z.object({ a: z.string() }));",
    )) as { described: () => unknown };
    expect(described).toThrow('functions describe no schema as JSON Schema');
  });

  it('unpack what others packed, and the other way round', () => {
    const words = '幸福村三组 路灯不亮 😀 '.repeat(50);
    expect(strFromU8(unzlibSync(ofNode.zlibSync(ofNode.strToU8(words), { level: 9 })))).toBe(words);
    expect(ofNode.strFromU8(ofNode.unzlibSync(zlibSync(strToU8(words), { level: 9 })))).toBe(words);
  });
});
