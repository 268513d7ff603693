import { onAsked } from '../../tools/on-asked.js';

test.each([
  ['asked once, it ends once', [0], ['first']],
  ['a Ctrl-C that npm passes on as well is one asking', [0, 1, 40], ['first']],
  ['asked again, it ends at once', [0, 3, 2000], ['first', 'again']],
])('%s', (_, times, expected) => {
  const done: string[] = [];
  let now = 0;
  const ask = onAsked({ first: () => done.push('first'), again: () => done.push('again') }, () => now);
  for (now of times) ask();
  expect(done).toEqual(expected);
});
