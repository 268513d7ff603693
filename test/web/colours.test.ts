import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Palette = ReadonlyMap<string, string>;

const SHEETS = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => join('web', file));

const read = (file: string): string => readFileSync(file, 'utf8');

/** The colours that a file names, the light ones before the dark ones; no others where it names none. */
const palettesOf = (file: string): Palette[] =>
  [...read(file).matchAll(/:root \{([^}]*)\}/g)].map(
    ([, block = '']) =>
      new Map([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value])),
  );

/** It hangs in a hall and has no light to turn dark in. */
const ALWAYS_DARK = join('web', 'wall/main.css');

const WITH_PALETTE = SHEETS.filter((file) => file !== ALWAYS_DARK && palettesOf(file).length > 0);

/** How light a colour is, as WCAG 2 reckons. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => luminance(palette.get(name) ?? ''))
    .toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Words, and what they lie on. */
const READ_ON: readonly [string, string, readonly string[]][] = [
  ['web/palette.css', 'ink', ['ground', 'paper', 'main-soft', 'bad-soft', 'look-soft']],
  ['web/palette.css', 'soft', ['ground', 'paper', 'main-soft', 'look-soft']],
  ['web/palette.css', 'main', ['ground', 'paper', 'main-soft', 'look-soft']],
  ['web/palette.css', 'bad', ['ground', 'paper', 'bad-soft']],
  ['web/palette.css', 'on', ['main', 'press', 'bad']],
  ['web/palette.css', 'pale', ['bar']],
  [
    'web/admin/main.css',
    'ink',
    ['paper', 'ground', 'faint', 'now-soft', 'done-soft', 'bad-soft', 'warn-soft'],
  ],
  ['web/wall/main.css', 'ink', ['ground', 'paper', 'bad-soft']],
  ['web/wall/main.css', 'soft', ['ground', 'paper']],
  ['web/wall/main.css', 'main', ['ground', 'paper']],
  ['web/wall/main.css', 'bad', ['ground', 'paper', 'bad-soft']],
  ['web/wall/main.css', 'look', ['paper']],
  ['web/admin/main.css', 'soft', ['paper', 'ground', 'faint']],
  ['web/admin/main.css', 'sheet-soft', ['sheet']],
  ['web/admin/main.css', 'now', ['paper']],
  ['web/admin/main.css', 'bad', ['paper', 'ground']],
  ['web/admin/main.css', 'warn', ['paper']],
  ['web/admin/main.css', 'sheet-ink', ['sheet']],
  ['web/admin/main.css', 'on', ['now', 'done', 'bad', 'warn', 'soft']],
];

describe('the colours of the pages', () => {
  it.each(SHEETS)('%s names its colours in a palette, so that each has a dark one', (file) => {
    const rules = read(file).replaceAll(/:root \{[^}]*\}/g, '');
    expect(rules.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(\s*\d|:\s*(?:white|black)\b/gi) ?? []).toEqual([]);
  });

  it.each(WITH_PALETTE)('%s darkens nothing that has no light colour', (file) => {
    const [light, dark] = palettesOf(file);
    expect([...(dark?.keys() ?? [])].filter((name) => light?.has(name) !== true)).toEqual([]);
  });

  it.each(WITH_PALETTE)('%s is dark on screens only: paper stays light', (file) => {
    expect(read(file).match(/@media[^{]*prefers-color-scheme[^{]*/g)).toEqual([
      '@media screen and (prefers-color-scheme: dark) ',
    ]);
  });

  it.each(READ_ON)('%s: %s is read on %j in the light and in the dark', (file, words, grounds) => {
    const [light = [], dark = []] = palettesOf(file);
    const both = [new Map(light), new Map([...light, ...dark])];
    const ratios = both.flatMap((palette) => grounds.map((ground) => contrast(palette, words, ground)));
    expect(ratios.filter((ratio) => !(ratio >= 4.5))).toEqual([]);
  });
});
