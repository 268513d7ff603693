import { textWithLines } from '../../../domain/texts/item-lines.js';

const LINES = ['first', 'second', 'third'];
/** A text that cuts what stands in it. */
const upTo = (room: number) => (lines: string) => `Yours: ${lines.slice(0, room)}`;

describe('a list in a text', () => {
  it.each([
    [100, 'Yours: first\nsecond\nthird'],
    [12, 'Yours: first\nsecond'],
    [11, 'Yours: first'],
    [3, 'Yours: fir'],
  ])('of %i characters holds as many lines as stand in it whole, and one at least', (room, text) => {
    expect(textWithLines(LINES, upTo(room))).toBe(text);
  });
});
